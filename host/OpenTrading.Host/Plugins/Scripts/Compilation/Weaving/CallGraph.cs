using Microsoft.CodeAnalysis;
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

    /// <summary>What runs before the body of a type's constructors, one a type: nothing can be put into it.</summary>
    public IEnumerable<CallNode> Beginnings => _beginnings.Values;

    public IEnumerable<CallNode> Lambdas => _lambdas;

    private void Collect(ScriptBody body)
    {
        if (body.Owner is IMethodSymbol method)
        {
            CallNode node = NodeOf(method);
            (node.Syntax, node.Location) = (body.Syntax, body.Syntax.GetLocation());
            if (body.Operation is IConstructorBodyOperation { Initializer: { } initializer } constructor)
            {
                CallNode beginning = BeginningOf(method.ContainingType);
                OpenArguments(initializer, beginning);
                Open(constructor.BlockBody ?? constructor.ExpressionBody, node);
            }
            else
            {
                Open(body.Operation, node);
            }
        }
        else
        {
            // A static initializer runs once, whoever calls what; it is called by nobody here.
            INamedTypeSymbol type = body.Owner as INamedTypeSymbol ?? body.Owner.ContainingType;
            CallNode node = body.Owner.IsStatic ? new CallNode(null) : BeginningOf(type);
            node.Location ??= body.Syntax.GetLocation();
            if (body.Owner is INamedTypeSymbol)
            {
                OpenArguments(body.Operation, node);
            }
            else
            {
                Open(body.Operation, node);
            }
        }

        while (_open.TryPop(out (IOperation Operation, CallNode Node) each))
        {
            Walk(each.Operation, each.Node);
        }
    }

    // base(...) and this(...) themselves are known: the beginning of a type calls that of its base, and this() comes to an end by the compiler's word.
    private void OpenArguments(IOperation initializer, CallNode node)
    {
        foreach (IArgumentOperation argument in initializer.DescendantsAndSelf().OfType<IInvocationOperation>().First().Arguments)
        {
            Open(argument, node);
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
                var inner = new CallNode(lambda.Symbol) { Syntax = lambda.Syntax, Location = lambda.Syntax.GetLocation() };
                _lambdas.Add(inner);
                node.Calls.Add(inner);
                Open(lambda.Body, inner);
                return;
            case ILocalFunctionOperation local:
                CallNode function = NodeOf(local.Symbol);
                (function.Syntax, function.Location) = (local.Syntax, local.Syntax.GetLocation());
                Open(local.Body, function);
                return;
            default:
                foreach (IMethodSymbol called in CalledMethods.Of(operation, _code.Model(operation.Syntax.SyntaxTree)))
                {
                    Call(node, called);
                }

                node.MayReturnUnseen |= IsDeferred(operation);
                break;
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            Open(child, node);
        }
    }

    private void Call(CallNode from, IMethodSymbol called)
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

        from.Calls.Add(method.MethodKind == MethodKind.Constructor ? BeginningOf(method.ContainingType) : NodeOf(method));
    }

    private CallNode NodeOf(IMethodSymbol method)
    {
        if (_methods.TryGetValue(method, out CallNode? node))
        {
            return node;
        }

        node = new CallNode(method) { MayReturnUnseen = IsCalledFromOutside(method) };
        _methods.Add(method, node);
        if (method.MethodKind == MethodKind.Constructor)
        {
            BeginningOf(method.ContainingType).Calls.Add(node);
        }

        return node;
    }

    private CallNode BeginningOf(INamedTypeSymbol type)
    {
        if (_beginnings.TryGetValue(type.OriginalDefinition, out CallNode? node))
        {
            return node;
        }

        node = new CallNode(null);
        _beginnings.Add(type.OriginalDefinition, node);
        if (type.BaseType is { } parent && _code.Declares(parent))
        {
            node.Calls.Add(BeginningOf(parent));
        }

        return node;
    }

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
