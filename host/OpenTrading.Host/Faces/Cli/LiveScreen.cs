using System.Globalization;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>What <c>run</c> shows: a line for everything that happens, and below it one line that is always now.</summary>
internal sealed class LiveScreen
{
    private const int PlainEvery = 10;

    private readonly Terminal _terminal;
    private readonly PaperHost _host;
    private readonly HostConfiguration _configuration;
    private long _bars;
    private int _width;

    public LiveScreen(Terminal terminal, PaperHost host, HostConfiguration configuration)
    {
        (_terminal, _host, _configuration) = (terminal, host, configuration);
        host.Session.Decided += d => Note(d.Signal is { } signal
            ? Text($"signal    {signal.Action.ToString().ToLowerInvariant()} {d.Symbol}, confidence {signal.Confidence:0.00}: {signal.Reason}")
            : Text($"no trade  {d.Tally.Why}"));
        host.Session.Skipped += why => Note($"skipped   {why}");
        host.Session.Disabled += fault => Note($"strategy  {fault.Id} is disabled: {fault.Why}");
        host.Session.Ordered += o => Note(LiveLines.Of(o));
        host.Desk.Router.Ended += o => Note(Text($"ended     {o.Id} by the simulated broker: {o.Why}"));
        host.Plugins.Changed += change => host.Mailbox.Do(() => Note($"plugin    {Describe(change)}"));
        host.Capabilities.Dispatcher.Failed += fault => host.Mailbox.Do(() => Note($"plugin    {fault.Capability.PluginId}: {PluginFault.Describe(fault)}"));
        host.Desk.Router.Dealt += (report, _) => Note(LiveLines.Of(report));
    }

    /// <summary>Says what is about to run.</summary>
    /// <param name="home">Where everything is kept.</param>
    /// <param name="faces">A line for each face: where it is reached, or why it is not.</param>
    public void Open(HomeFolder home, IEnumerable<string> faces)
    {
        if (_host.IsFirstStart)
        {
            foreach (string line in Disclaimer.Lines)
            {
                _terminal.Line(line);
            }

            _terminal.Line();
        }

        bool isSynthetic = _host.Source == "synthetic";
        _terminal.Line($"OpenTrading on paper: {_host.Instrument.Symbol} {_configuration.Run.Timeframe} from {_host.Source}, {Voters()}");
        _terminal.Line(isSynthetic
            ? "The market is SYNTHETIC: made-up prices for a demonstration, from no exchange and no broker."
            : _configuration.Run.IsFromTerminal ? $"Prices of the {_host.Source} terminal, as they come; the session waits while none is connected."
            : Text($"Recorded prices, {_configuration.Run.Speed:0.##} market seconds a second."));
        _terminal.Line(Text($"Account {Kernel.Sessions.SimulatedBroker.Login}: {_host.Broker.Equity:N2} {_configuration.Accounts.Currency}, kill level {_host.Kill.Level}, home {home.Root}"));
        foreach (string face in faces)
        {
            _terminal.Line(face);
        }

        foreach (string fault in _host.Plugins.Catalog.Faults)
        {
            _terminal.Line($"not loaded: {fault}");
        }

        foreach (StrategyFault fault in _host.Session.Faulted)
        {
            _terminal.Line($"disabled: strategy {fault.Id}: {fault.Why}");
        }

        if (isSynthetic)
        {
            _terminal.Line("Your own data: opentrading import FILE --symbol EURUSD --timeframe H1");
            _terminal.Line("        then: opentrading replay --symbol EURUSD --timeframe H1 --strategy sma-rsi-baseline");
        }

        _terminal.Line("Ctrl+C or 'opentrading stop' ends it.");
        _terminal.Line();
    }

    /// <summary>Shows the state after a bar.</summary>
    public void Show()
    {
        _bars++;
        if (_terminal.IsJson)
        {
            ShowJson();
            return;
        }

        string status = LiveLines.Status(_host.Broker.Snapshot(), _host.Instrument.Symbol, _host.Source, _host.Broker.Quote(_host.Instrument.Symbol), _host.Kill.Level);
        if (_terminal.IsRich)
        {
            Console.Write('\r' + status.PadRight(_width));
            _width = status.Length;
        }
        else if (_bars % PlainEvery == 1)
        {
            _terminal.Line(status);
        }
    }

    /// <summary>Adds a line above the status.</summary>
    public void Note(string text)
    {
        DateTime now = _host.Broker.Snapshot().Account.Time;
        if (_terminal.IsJson)
        {
            Terminal.JsonLine(new { time = now, text });
            return;
        }

        string stamp = now.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (_terminal.IsRich)
        {
            Console.Write('\r' + new string(' ', _width) + '\r');
        }

        _terminal.Line($"{stamp}  {text}");
    }

    /// <summary>Says how it ended.</summary>
    public void Close()
    {
        if (_terminal.IsRich)
        {
            Console.WriteLine();
        }

        _terminal.Line(Text($"stopped after {_bars:N0} bars; equity {_host.Broker.Equity:N2} {_configuration.Accounts.Currency}. The account continues at the next start."));
    }

    private void ShowJson()
    {
        BrokerSnapshot snapshot = _host.Broker.Snapshot();
        Quote? quote = _host.Broker.Quote(_host.Instrument.Symbol);
        Terminal.JsonLine(new
        {
            time = snapshot.Account.Time,
            symbol = _host.Instrument.Symbol,
            source = _host.Source,
            bid = quote?.Bid,
            ask = quote?.Ask,
            equity = snapshot.Account.Equity,
            currency = snapshot.Account.Currency,
            positions = snapshot.Positions.Count,
            killLevel = _host.Kill.Level,
        });
    }

    /// <summary>What became of a plugin, in one line.</summary>
    public static string Describe(PluginChange change) => change switch
    {
        { Why: { Length: > 0 } why } => $"{change.Id}: {why}",
        { Next: null } => $"{change.Id} is unloaded",
        { Next: { } next } when change.HasTakenEffect => $"{change.Id} {next.Version} is in use",
        _ => $"{change.Id} has not changed",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string Voters() => _configuration.Run.Strategies is { Length: > 0 } ids ? $"strategies {string.Join(", ", ids)}" : "no strategies: clients alone propose";
}
