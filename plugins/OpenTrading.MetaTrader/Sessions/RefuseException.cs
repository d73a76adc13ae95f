namespace OpenTrading.MetaTrader.Sessions;

/// <summary>An expert is not let in, and is told so.</summary>
/// <param name="code">PROTO, LOGIN, MAC, LOGIN_IN_USE or BARRED.</param>
/// <param name="text">What its user can do.</param>
internal sealed class RefuseException(string code, string text) : Exception(text)
{
    /// <summary>The code.</summary>
    public string Code { get; } = code;

    /// <summary>Account that the expert spoke for; null where it is not known.</summary>
    public string? Account { get; init; }
}
