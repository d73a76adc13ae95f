using Microsoft.CodeAnalysis;

namespace OpenTrading.Host.Plugins.Scripts.Compilation.Weaving;

/// <summary>Something that runs, in the graph of what calls what.</summary>
/// <param name="method">What it is; null for what runs before the bodies of constructors.</param>
internal sealed class CallNode(IMethodSymbol? method)
{
    public IMethodSymbol? Method { get; } = method;

    /// <summary>The method, accessor, lambda or local function that a check can be put into; null where there is no body.</summary>
    public SyntaxNode? Syntax { get; set; }

    /// <summary>What it calls or creates.</summary>
    public HashSet<CallNode> Calls { get; } = [];

    /// <summary>Names it calls that are decided when it runs: virtual members and those of interfaces.</summary>
    public HashSet<string> VirtualCalls { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it can come to itself in a way that no name shows: through a delegate, a lazy sequence, or the library that calls it.</summary>
    public bool MayReturnUnseen { get; set; }
}
