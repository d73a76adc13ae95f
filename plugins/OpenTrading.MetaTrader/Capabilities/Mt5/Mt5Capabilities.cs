using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>The MetaTrader 5 terminal as it is: its state, account, symbols and past.</summary>
public sealed class Mt5Capabilities
{
    private const string Source = "mt5";

    private static readonly TimeSpan ReconnectWait = TimeSpan.FromSeconds(8);

    private readonly Bridge _bridge;
    private readonly IPluginContext _context;
    private readonly TerminalCalls _calls;

    internal Mt5Capabilities(Bridge bridge, IPluginContext context)
    {
        (_bridge, _context) = (bridge, context);
        _calls = new TerminalCalls(Platform.Mt5, bridge.Terminals);
    }

    private DateTime Now => _context.Wall.GetUtcNow().UtcDateTime;

    /// <summary>How the bridge stands.</summary>
    [Capability("mt5_status", "mt5", Effect.Read, "GET /mt5/status")]
    [Description("Whether a MetaTrader terminal is connected, its latency, newest tick and last error.")]
    public Mt5StatusResult GetStatus()
    {
        IReadOnlyList<Terminal> known = _bridge.Terminals.All;
        Terminal? terminal = _calls.Current ?? known.FirstOrDefault(t => t.Session is not null) ?? (known.Count > 0 ? known[^1] : null);
        Session? session = terminal?.Session;
        string account = terminal is null ? "no account" : $"{MaskedLogin.Of(terminal.Hello.Login)}@{terminal.Hello.Server}";
        return new Mt5StatusResult
        {
            Summary = session is null ? $"No terminal is connected to {_bridge.Options.Listen}." : $"{account} is connected by {terminal!.Source} over {session.LinkKind}.",
            Source = terminal?.Source ?? Source,
            AsOf = Now,
            Connected = session is not null,
            Bridge = session is null ? $"listens on {_bridge.Options.Listen}" : $"{terminal!.Source} over {session.LinkKind}, {account}",
            BridgeVersion = session?.Hello.Expert ?? typeof(Mt5Capabilities).Assembly.GetName().Version!.ToString(3),
            PingMs = session?.RoundTrips.Last?.TotalMilliseconds,
            PingP99Ms = session?.RoundTrips.Quantile(0.99)?.TotalMilliseconds,
            LastTickAt = terminal?.Quotes.LastTickAt,
            ServerOffsetS = session is null ? null : (long?)terminal?.Offset.TotalSeconds,
            Queue = session?.Waiting ?? 0,
            MissingEvents = session?.MissingEvents,
            DroppedTicks = session is null ? null : terminal?.Quotes.Dropped,
            LastError = session is not null ? null : terminal is { LastError.Length: > 0 } ? terminal.LastError : "no terminal connected since the host started",
        };
    }

    /// <summary>The terminal itself.</summary>
    [Capability("mt5_get_terminal_info", "mt5", Effect.Read, "GET /mt5/terminal", Errors = [ErrorCode.NotConnected])]
    [Description("Build, broker, permissions and latency of the connected MT5 terminal.")]
    public Task<Mt5TerminalResult> GetTerminalInfo(ICallContext call)
    {
        Terminal terminal = _calls.Require();
        return _calls.AskAsync(
            terminal,
            "terminal",
            null,
            answer =>
            {
                Gates gates = Gates.Of(answer);
                return new Mt5TerminalResult
                {
                    Summary = $"{answer.Text("name")}, build {answer.Whole("build")}, trading {(gates.AreOpen ? "allowed" : "not allowed")}.",
                    Source = Source,
                    AsOf = answer.Time("time"),
                    Build = answer.Whole("build"),
                    Name = answer.Text("name"),
                    Company = answer.Text("company"),
                    TradeAllowed = gates.Terminal && gates.Account,
                    ExpertsAllowed = gates.Expert && gates.BrokerExperts,
                    MaxBars = answer.WholeOr("max_bars"),
                    Ping = answer.WholeOr("ping_us") / 1000d,
                };
            },
            call.CancellationToken);
    }

    /// <summary>The account.</summary>
    [Capability("mt5_get_account", "mt5", Effect.Read, "GET /mt5/account", Errors = [ErrorCode.NotConnected])]
    [Description("Balance, equity, margin and terms of the account in the MT5 terminal.")]
    public Task<Mt5AccountResult> GetAccount(ICallContext call)
    {
        Terminal terminal = _calls.Require();
        Hello hello = terminal.Hello;
        return _calls.AskAsync(
            terminal,
            "account",
            null,
            answer =>
            {
                (AccountFigures money, AccountSheet sheet) = (AccountFigures.Of(answer), AccountSheet.Of(answer));
                return new Mt5AccountResult
                {
                    Summary = string.Create(CultureInfo.InvariantCulture, $"{hello.TradeMode} account at {hello.Company}: balance {money.Balance} {hello.Currency}, equity {money.Equity}."),
                    Source = Source,
                    AsOf = money.Time,
                    Bridge = Source,
                    Login = MaskedLogin.Of(hello.Login),
                    Server = hello.Server,
                    Company = hello.Company,
                    Currency = hello.Currency,
                    Balance = money.Balance,
                    Credit = money.Credit,
                    Equity = money.Equity,
                    Margin = money.Margin,
                    FreeMargin = money.FreeMargin,
                    MarginLevelPct = money.Margin > 0 ? money.MarginLevel : null,
                    Profit = money.Profit,
                    Leverage = hello.Leverage,
                    TradeMode = hello.TradeMode,
                    MarginMode = hello.IsHedging ? "hedging" : "netting",
                    LimitOrders = sheet.LimitOrders,
                };
            },
            call.CancellationToken);
    }

    /// <summary>Ends the link so that the expert makes a new one.</summary>
    [Capability("mt5_reconnect", "mt5", Effect.Operate, "POST /mt5/reconnect", Errors = [ErrorCode.NotConnected])]
    [Description("Ends the link to the MT5 terminal and waits for the expert to connect anew.")]
    public async Task<Mt5ReconnectResult> Reconnect(ICallContext call, [StringLength(500)] string why)
    {
        Terminal terminal = _calls.Require();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Ready(Terminal _) => ready.TrySetResult();
        terminal.Ready += Ready;
        try
        {
            _context.Notes.Write("ea.reconnect", ("account", terminal.Account), ("actor", call.Caller.Actor), ("why", why));
            terminal.Session?.End("an operator asked for a new link");
            await ready.Task.WaitAsync(ReconnectWait, _context.Wall, call.CancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Said below.
        }
        finally
        {
            terminal.Ready -= Ready;
        }

        bool connected = terminal.Session is not null;
        return new Mt5ReconnectResult
        {
            Summary = connected ? "The terminal is connected again." : "The terminal did not come back yet.",
            Source = Source,
            AsOf = Now,
            Connected = connected,
            PingMs = terminal.Session?.RoundTrips.Last?.TotalMilliseconds,
            LastError = connected ? null : terminal.LastError,
        };
    }
}
