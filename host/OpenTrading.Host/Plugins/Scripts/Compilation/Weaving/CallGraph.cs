using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenTrading.Host.Plugins.Scripts.Compilation.Weaving;

/// <summary>
/// What in a script calls what. It errs on the side of a call too many: a virtual call goes to every member of that name, and a lambda is called by
/// what it stands in.
/// </summary>
internal sealed class CallGraph
{
    private readonly ScriptCode _code;
    private readonly Dictionary<ISymbol, CallNode> _methods = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, CallNode> _beginnings = new(SymbolEqualityComparer.Default);
    private readonly List<CallNode> _lambdas = [];
    private readonly List<(CallNode From, CallNode To, SyntaxNode Written)> _calledByBeginnings = [];
    private readonly Stack<(IOperation Operation, CallNode Node)> _open = new();

    public CallGraph(ScriptCode code)
    {
        _code = code;
        foreach (ScriptBody body in code.Bodies)
        {
            Collect(body);
        }

        ConnectVirtualCalls();
    }

    /// <summary>Methods, accessors, constructors' bodies and local functions.</summary>
    public IEnumerable<CallNode> Methods => _methods.Values;

    /// <summary>What runs before the bodies of constructors, initializers and arguments of base(): nothing can be put into it.</summary>
    public IEnumerable<CallNode> Beginnings => _beginnings.Values;

    public IEnumerable<CallNode> Lambdas => _lambdas;

    /// <summary>What the beginnings call, and where that is written.</summary>
    public IEnumerable<(CallNode From, CallNode To, SyntaxNode Written)> CalledByBeginnings => _calledByBeginnings;

    private void Collect(ScriptBody body)
    {
        switch (body.Owner)
        {
            case IMethodSymbol method:
                CallNode node = NodeOf(method);
                node.Syntax = body.Syntax;
                if (body.Operation is IConstructorBodyOperation constructor)
                {
                    OpenChained(constructor.Initializer, BeginningOf(method));
                    Open(constructor.BlockBody ?? constructor.ExpressionBody, node);
                }
                else
                {
                    Open(body.Operation, node);
                }

                break;
            case INamedTypeSymbol type:
                OpenChained(body.Operation, BeginningOf(PrimaryConstructorOf(type)));
                break;
            default:
                // A static initializer runs once, whoever calls what; it is called by nobody here.
                Open(body.Operation, body.Owner.IsStatic ? new CallNode(null) : InitializersOf(body.Owner.ContainingType));
                break;
        }

        while (_open.TryPop(out (IOperation Operation, CallNode Node) each))
        {
            Walk(each.Operation, each.Node);
        }
    }

    // base(...) or this(...) at the head of a constructor.
    private void OpenChained(IOperation? initializer, CallNode beginning)
    {
        if (initializer?.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault() is not { } chained)
        {
            return;
        }

        if (_code.Declares(chained.TargetMethod))
        {
            beginning.Calls.Add(BeginningOf(chained.TargetMethod.OriginalDefinition));
        }

        foreach (IArgumentOperation argument in chained.Arguments)
        {
            Open(argument, beginning);
        }
    }

    private void Open(IOperation? operation, CallNode node)
    {
        if (operation is not null)
        {
            _open.Push((operation, node));
        }
    }

    private void Walk(IOperation operation, CallNode node)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                var inner = new CallNode(lambda.Symbol) { Syntax = lambda.Syntax };
                _lambdas.Add(inner);
                node.Calls.Add(inner);
                Open(lambda.Body, inner);
                return;
            case ILocalFunctionOperation local:
                CallNode function = NodeOf(local.Symbol);
                function.Syntax = local.Syntax;
                Open(local.Body, function);
                return;
            default:
                foreach (IMethodSymbol called in CalledMethods.Of(operation, _code.Model(operation.Syntax.SyntaxTree)))
                {
                    Call(node, called, operation.Syntax);
                }

                node.MayReturnUnseen |= IsDeferred(operation);
                break;
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            Open(child, node);
        }
    }

    private void Call(CallNode from, IMethodSymbol called, SyntaxNode written)
    {
        IMethodSymbol method = (called.ReducedFrom ?? called).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (method.IsVirtual || method.IsAbstract || method.IsOverride)
        {
            from.VirtualCalls.Add(method.Name);
        }

        if (!_code.Declares(method))
        {
            return;
        }

        CallNode to = method.MethodKind == MethodKind.Constructor ? BeginningOf(method) : NodeOf(method);
        from.Calls.Add(to);
        if (from.Method is null)
        {
            _calledByBeginnings.Add((from, to, written));
        }
    }

    private CallNode NodeOf(IMethodSymbol method)
    {
        if (_methods.TryGetValue(method, out CallNode? node))
        {
            return node;
        }

        return _methods[method] = new CallNode(method) { MayReturnUnseen = IsCalledFromOutside(method) };
    }

    private CallNode BeginningOf(IMethodSymbol constructor)
    {
        if (_beginnings.TryGetValue(constructor, out CallNode? node))
        {
            return node;
        }

        node = _beginnings[constructor] = new CallNode(null);
        node.Calls.Add(NodeOf(constructor));
        INamedTypeSymbol type = constructor.ContainingType;
        node.Calls.Add(InitializersOf(type));

        // Nothing said is base().
        bool isSaid = constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is ConstructorDeclarationSyntax { Initializer: not null });
        if (!isSaid && type.BaseType?.OriginalDefinition is { } parent && _code.Declares(parent)
            && parent.InstanceConstructors.FirstOrDefault(c => c.Parameters.All(p => p.IsOptional)) is { } silent)
        {
            node.Calls.Add(BeginningOf(silent));
        }

        return node;
    }

    private CallNode InitializersOf(INamedTypeSymbol type) =>
        _beginnings.TryGetValue(type, out CallNode? node) ? node : _beginnings[type] = new CallNode(null);

    private static IMethodSymbol PrimaryConstructorOf(INamedTypeSymbol type) =>
        type.InstanceConstructors.First(c => c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax));

    private void ConnectVirtualCalls()
    {
        ILookup<string, CallNode> byName = _methods.Values
            .Where(node => node.Method!.IsOverride || node.Method.IsVirtual || node.Method.ContainingType.AllInterfaces.Length > 0)
            .ToLookup(node => Unqualified(node.Method!.Name), StringComparer.Ordinal);
        foreach (CallNode node in _methods.Values.Concat(_beginnings.Values).Concat(_lambdas))
        {
            node.Calls.UnionWith(node.VirtualCalls.SelectMany(name => byName[name]));
        }
    }

    // An explicit implementation is named INTERFACE.NAME.
    private static string Unqualified(string name) => name[(name.LastIndexOf('.') + 1)..];

    // ToString, Compare, MoveNext and the like: the library calls them without a name of the script's in between. What the SDK declares is called by
    // the host, once a bar, and pays for no guard unless it calls itself.
    private bool IsCalledFromOutside(IMethodSymbol method)
    {
        IMethodSymbol root = method;
        while (root.OverriddenMethod is { } overridden)
        {
            root = overridden;
        }

        return IsOfTheLibrary(root) || method.ContainingType?.AllInterfaces
            .Where(IsOfTheLibrary)
            .SelectMany(each => each.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)) == true;
    }

    private bool IsOfTheLibrary(ISymbol symbol) =>
        !_code.Declares(symbol) && symbol.ContainingAssembly?.Name.StartsWith("OpenTrading.", StringComparison.Ordinal) != true;

    // A variable that holds code, or a sequence that runs code when it is read.
    private static bool IsDeferred(IOperation operation) =>
        operation is ITypeParameterObjectCreationOperation
        || (operation is IFieldReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation or IEventReferenceOperation
            && operation.Type is INamedTypeSymbol type
            && (type.TypeKind == TypeKind.Delegate || IsSequence(type)));

    private static bool IsSequence(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType
        is SpecialType.System_Collections_IEnumerable
        or SpecialType.System_Collections_IEnumerator
        or SpecialType.System_Collections_Generic_IEnumerable_T
        or SpecialType.System_Collections_Generic_IEnumerator_T
        || (type.TypeKind == TypeKind.Interface && type.ContainingNamespace is { Name: "Linq", ContainingNamespace.Name: "System" });
}
