namespace OpenTrading.Sdk.Trading;

/// <summary>Whose money it is.</summary>
public enum AccountKind
{
    /// <summary>Simulated by the host.</summary>
    Simulated,
    /// <summary>A broker's demo or contest account.</summary>
    Demo,
    /// <summary>Real money.</summary>
    Real,
}
