using System.Text.Json;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>The four permissions that trading by an expert needs.</summary>
/// <param name="Terminal">Algorithmic trading is on in the terminal.</param>
/// <param name="Expert">It is on for this expert, and its user lets it trade.</param>
/// <param name="Account">The account may trade.</param>
/// <param name="BrokerExperts">The broker lets experts trade on it.</param>
internal sealed record Gates(bool Terminal, bool Expert, bool Account, bool BrokerExperts)
{
    /// <summary>None of them.</summary>
    public static readonly Gates Closed = new(false, false, false, false);

    /// <summary>Whether all are open.</summary>
    public bool AreOpen => this is { Terminal: true, Expert: true, Account: true, BrokerExperts: true };

    /// <summary>The first that is closed, and who opens it, in words; empty when all are open.</summary>
    public string Obstacle => this switch
    {
        { Terminal: false } => "algorithmic trading is off in the terminal; press its button Algo Trading",
        { Expert: false } => "the expert may not trade; set its input AllowTrading, and allow trading in its properties",
        { Account: false } => "the account may not trade; log in with the main password, or ask the broker",
        { BrokerExperts: false } => "the broker lets no expert trade on this account; ask it to",
        _ => "",
    };

    /// <summary>Reads them from a message that carries <c>gates</c>.</summary>
    /// <exception cref="ProtocolException">It does not.</exception>
    public static Gates Of(JsonElement message) =>
        message.TryGetProperty("gates"u8, out JsonElement gates) && gates.ValueKind == JsonValueKind.Object
            ? new Gates(gates.Flag("terminal"), gates.Flag("ea"), gates.Flag("account"), gates.Flag("expert"))
            : throw new ProtocolException("a message has no object 'gates'");
}
