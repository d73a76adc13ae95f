namespace OpenTrading.Risk.Switches;

/// <summary>Who proposes an order, as far as rules tell them apart.</summary>
internal static class Proposers
{
    /// <summary>Whether a human operator proposes it.</summary>
    public static bool IsOperator(string proposer) => proposer.StartsWith("operator:", StringComparison.Ordinal);

    /// <summary>Whether a human operator does, or the host itself to protect the account.</summary>
    public static bool IsOperatorOrHost(string proposer) => proposer == "host" || IsOperator(proposer);
}
