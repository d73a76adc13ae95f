using System.Globalization;
using System.Text.Json;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>What an expert says of itself when it connects.</summary>
internal sealed record Hello
{
    private const int LongestName = 128;

    /// <summary>Version of the protocol.</summary>
    public required long Proto { get; init; }

    /// <summary>Version of the expert.</summary>
    public required string Expert { get; init; }

    /// <summary>Terminal it runs in.</summary>
    public required Platform Platform { get; init; }

    /// <summary>Build of the terminal.</summary>
    public required long Build { get; init; }

    /// <summary>Account number.</summary>
    public required long Login { get; init; }

    /// <summary>Trade server.</summary>
    public required string Server { get; init; }

    /// <summary>Broker.</summary>
    public required string Company { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Leverage, such as 100 for 1:100.</summary>
    public required long Leverage { get; init; }

    /// <summary>Whether every entry is a position of its own.</summary>
    public required bool IsHedging { get; init; }

    /// <summary>demo, contest or real.</summary>
    public required string TradeMode { get; init; }

    /// <summary>Server time minus UTC, seconds.</summary>
    public required long UtcOffsetS { get; init; }

    /// <summary>Whether every tick is told, or some.</summary>
    public required string TickFidelity { get; init; }

    /// <summary>Permissions.</summary>
    public required Gates Gates { get; init; }

    /// <summary>Latch of the expert's dead man's switch: kill level it holds.</summary>
    public required long LatchLevel { get; init; }

    /// <summary>Number above which a re-arm lifts that latch.</summary>
    public required long LatchSeq { get; init; }

    /// <summary>Tells one expert from another of the same account.</summary>
    public required string Instance { get; init; }

    /// <summary>Its nonce.</summary>
    public required string Nonce { get; init; }

    /// <summary>The account as <c>login@server</c>.</summary>
    public string Account => string.Create(CultureInfo.InvariantCulture, $"{Login}@{Server}");

    /// <summary>Reads the first message of a link.</summary>
    /// <exception cref="ProtocolException">It is no hello.</exception>
    public static Hello Read(JsonElement message)
    {
        if (message.TextOr("type") != "hello")
        {
            throw new ProtocolException("the first message is no hello");
        }

        return new Hello
        {
            Proto = message.Whole("proto"),
            Expert = Name(message, "ea"),
            Platform = message.Text("platform") switch { "mt5" => Platform.Mt5, "mt4" => Platform.Mt4, _ => throw new ProtocolException("platform is neither mt5 nor mt4") },
            Build = message.Whole("build"),
            Login = message.Whole("login"),
            Server = Name(message, "server"),
            Company = Name(message, "company"),
            Currency = Name(message, "currency"),
            Leverage = message.Whole("leverage"),
            IsHedging = message.Text("margin_mode").Contains("hedging", StringComparison.OrdinalIgnoreCase),
            TradeMode = message.Text("trade_mode") is "demo" or "contest" or "real" ? message.Text("trade_mode") : throw new ProtocolException("trade_mode is neither demo, contest nor real"),
            UtcOffsetS = message.Whole("utc_offset_s") is >= -86_400 and <= 86_400 and var offset ? offset : throw new ProtocolException("utc_offset_s is more than a day"),
            TickFidelity = message.TextOr("tick_fidelity", "sampled"),
            Gates = Gates.Of(message),
            LatchLevel = message.WholeOr("latch_level"),
            LatchSeq = message.WholeOr("latch_seq"),
            Instance = Name(message, "instance"),
            Nonce = TokenProof.IsNonce(message.Text("nonce")) ? message.Text("nonce") : throw new ProtocolException("nonce is not 32 characters of lower-case hex"),
        };
    }

    private static string Name(JsonElement message, string name) =>
        message.Text(name) is { Length: <= LongestName } text && !text.Any(char.IsControl) ? text : throw new ProtocolException($"'{name}' is no name");
}
