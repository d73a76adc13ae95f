using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.MetaTrader.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>The bridge with the kernel's order router on one side and, over its real transport, the compiled expert in an emulated terminal on the other.</summary>
internal sealed class TerminalBench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _folder = Directory.CreateTempSubdirectory("ot-bench-").FullName;
    private readonly List<(string Type, string Payload)> _records = [];
    private BridgeContext _context = new();
    private BridgeOptions _options = new() { Listen = "127.0.0.1:0", HttpListen = "none", Pipe = "none" };
    private Bridge? _bridge;
    private BridgeService? _service;
    private AuditJournal? _journal;
    private TaskCompletionSource<IBroker> _broker = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Emulator? _terminal;

    /// <summary>The terminal.</summary>
    public Emulator Terminal => _terminal!;

    /// <summary>What the bridge wrote down.</summary>
    public NoteLog Notes => _context.Log;

    /// <summary>The account.</summary>
    public TestApprover Desk { get; private set; } = null!;

    /// <summary>The broker's reading face.</summary>
    public IBrokerLink Broker { get; private set; } = null!;

    /// <summary>The bridge.</summary>
    public Bridge Bridge => _bridge!;

    /// <summary>Port of the host.</summary>
    public int Port { get; private set; }

    /// <summary>Records of the journal so far.</summary>
    public IReadOnlyList<(string Type, string Payload)> Records
    {
        get
        {
            lock (_records)
            {
                return [.. _records];
            }
        }
    }

    /// <summary>Starts host and MT5 terminal, and waits until they know each other.</summary>
    /// <param name="options">Options of the emulator.</param>
    public static Task<TerminalBench> StartAsync(params string[] options) => StartAsync("mt5", options);

    /// <summary>Starts host and terminal, and waits until they know each other.</summary>
    /// <param name="platform">mt5, mt4 over the pipe, or mt4-http.</param>
    /// <param name="options">Options of the emulator.</param>
    public static async Task<TerminalBench> StartAsync(string platform, string[] options)
    {
        var bench = new TerminalBench();
        string pipe = $"ot-{Guid.NewGuid():N}"[..20];
        bench._options = platform switch
        {
            "mt4" => bench._options with { Listen = "none", Pipe = pipe },
            "mt4-http" => bench._options with { Listen = "none", HttpListen = "127.0.0.1:0" },
            _ => bench._options,
        };
        int port = await bench.StartHostAsync();
        var inputs = new Dictionary<string, string> { ["HostToken"] = BridgeContext.Token, ["AllowTrading"] = "true", ["MaxOrdersPerMinute"] = "0", ["DeadManSeconds"] = "300", ["LatchSeconds"] = "600" };
        inputs[platform == "mt4" ? "PipeName" : "HostPort"] = platform == "mt4" ? pipe : port.ToString(CultureInfo.InvariantCulture);
        if (platform == "mt4-http")
        {
            inputs["UseWebRequest"] = "true";
        }

        bench._terminal = await Emulator.StartAsync(platform[..3], Path.Combine(bench._folder, "terminal"), inputs, ["--feed", "manual", .. options]);
        await bench.ReadyAsync();
        await bench.PriceAsync(1.10000m, 1.10012m);
        return bench;
    }

    /// <summary>Starts another MT5 terminal that connects to the same host.</summary>
    /// <param name="token">Token that it shows.</param>
    /// <param name="options">Options of the emulator.</param>
    public Task<Emulator> SecondAsync(string token, params string[] options) =>
        Emulator.StartAsync(Path.Combine(_folder, "second"), Port, token, ["--feed", "manual", .. options]);

    /// <summary>Moves the price of a symbol, and waits until the host has it.</summary>
    public async Task PriceAsync(decimal bid, decimal ask, string symbol = "EURUSD")
    {
        string name = Bridge.Terminals.All[0].Symbols.NameOf(symbol)!;
        await Terminal.CommandAsync(string.Create(CultureInfo.InvariantCulture, $"quote {name} {bid} {ask}"));
        await UntilAsync(() => Broker.Quote(symbol) is { } quote && quote.Bid == bid && quote.Ask == ask);
    }

    /// <summary>Starts the host, again after an end.</summary>
    public async Task<int> StartHostAsync()
    {
        _context = new BridgeContext();
        _broker = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _bridge = new Bridge(_options, _context);
        _bridge.Brokerage.Open(broker => _broker.TrySetResult(broker));
        _service = new BridgeService(_options, _bridge, _context);
        string address = (await _service.StartAsync(default)).Split(' ')[4].TrimEnd(',');
        bool isPort = int.TryParse(address.Split(':')[^1], CultureInfo.InvariantCulture, out int port);
        Port = port;
        _options = !isPort ? _options : _options.Listen == "none" ? _options with { HttpListen = $"127.0.0.1:{port}" } : _options with { Listen = $"127.0.0.1:{port}" };
        return port;
    }

    /// <summary>Waits until the terminal has been read, and puts a router on its account.</summary>
    public async Task ReadyAsync()
    {
        IBroker broker = await _broker.Task.WaitAsync(Patience);
        var past = new JournaledOrders();
        _journal = AuditJournal.Open(Path.Combine(_folder, "audit"), TimeProvider.System, past.Apply, follow: record =>
        {
            lock (_records)
            {
                _records.Add((record.Type, record.ToString()));
            }
        });
        Broker = (IBrokerLink)broker;
        Desk = new TestApprover(broker, _journal, past);
    }

    /// <summary>Ends the host without a goodbye to anybody: what it did not write down is lost.</summary>
    public async Task DropHostAsync()
    {
        await _service!.StopAsync();
        _journal!.Dispose();
    }

    /// <summary>A market buy with a stop.</summary>
    public OrderIntent Buy(decimal lots = 0.1m, string symbol = "EURUSD") => Market(OrderSide.Buy, lots, symbol);

    /// <summary>A market order with a stop two percent away.</summary>
    public OrderIntent Market(OrderSide side, decimal lots = 0.1m, string symbol = "EURUSD")
    {
        Quote quote = Broker.Quote(symbol) ?? throw new InvalidOperationException($"{symbol} has no quote.");
        return new OrderIntent
        {
            Kind = OrderKind.Open,
            Symbol = symbol,
            Side = side,
            Volume = lots,
            StopLoss = Math.Round(quote.EntryPrice(side) * (side == OrderSide.Buy ? 0.98m : 1.02m), 5),
            ReferencePrice = quote.EntryPrice(side),
            Proposer = "client:e2e",
            IdempotencyKey = "e2e",
        };
    }

    /// <summary>A buy limit two percent below the market.</summary>
    public OrderIntent Limit(decimal lots = 0.1m)
    {
        OrderIntent order = Buy(lots);
        decimal price = Math.Round(order.ReferencePrice * 0.98m, 5);
        return order with { Type = OrderType.Limit, Price = price, ReferencePrice = price, StopLoss = Math.Round(price * 0.99m, 5) };
    }

    /// <summary>The close of a position.</summary>
    public OrderIntent Close(Position position, decimal? lots = null) => Buy() with
    {
        Kind = OrderKind.Close, Side = position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy, Target = position.Ticket, Volume = lots ?? position.Volume, StopLoss = null,
    };

    /// <summary>Waits until something holds.</summary>
    public async Task UntilAsync(Func<bool> holds, Func<string>? what = null)
    {
        long started = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"{what?.Invoke()}\n{string.Join('\n', Records.TakeLast(12))}\n{string.Join('\n', Notes.Notes.Select(n => n.Type + " " + string.Join(' ', n.Facts)))}");
            await Task.Delay(10);
        }
    }

    /// <summary>Waits until an order ended so.</summary>
    public async Task EndsAsync(Order order, OrderState outcome)
    {
        await UntilAsync(() => order.State == OrderState.Reconciled || order.Outcome == outcome, () => $"{order.Id} is {order.State} ({order.Why}), not {outcome}");
        Assert.True(outcome == order.Outcome, $"{order.Id} is {order.Outcome}: {order.Why}");
    }

    /// <summary>Sends an order and waits until it was filled.</summary>
    public async Task<Order> FilledAsync(OrderIntent intent)
    {
        Order order = Desk.Send(intent);
        await EndsAsync(order, OrderState.Filled);
        return order;
    }

    /// <summary>Waits until the host sees what is true at the broker, and holds that no order went there twice.</summary>
    public async Task AgreesAsync()
    {
        string[] there = [];
        string[] here = [];
        long started = TimeProvider.System.GetTimestamp();
        do
        {
            there = [.. (await Terminal.RowsAsync("positions")).Select(p => Row(p, "position")), .. (await Terminal.RowsAsync("orders")).Select(o => Row(o, "order"))];
            BrokerSnapshot snapshot = Broker.Snapshot();
            here = [.. snapshot.Positions.Select(p => Row("position", p.Ticket, p.Volume, p.StopLoss, p.TakeProfit)), .. snapshot.Orders.Select(o => Row("order", o.Ticket, o.Volume, o.StopLoss, o.TakeProfit))];
            await Task.Delay(20);
        }
        while (!there.Order().SequenceEqual(here.Order()) && TimeProvider.System.GetElapsedTime(started) < Patience);
        Assert.Equal(there.Order(), here.Order());

        // The fills of a pending order count as executions, the tries of filling modes as sends; what went out twice counts twice in both.
        JsonElement counts = await Terminal.CommandAsync("sends");
        Assert.All(
            counts.GetProperty("sends").EnumerateObject().Where(c => c.Name.StartsWith("ot", StringComparison.Ordinal)),
            c => Assert.True(c.Value.GetInt32() == 1 || !counts.GetProperty("executed").TryGetProperty(c.Name, out JsonElement executed) || executed.GetInt32() == 1, counts.GetRawText()));
        Assert.DoesNotContain(Notes.Notes, n => n.Type == "ea.report_refused");
    }

    public async ValueTask DisposeAsync()
    {
        _terminal?.Dispose();
        await _service!.StopAsync();
        _journal?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Row(JsonElement row, string kind) =>
        Row(kind, row.GetProperty("ticket").GetInt64(), row.GetProperty("volume").GetDecimal(), Level(row, "sl"), Level(row, "tp"));

    private static string Row(string kind, long ticket, decimal volume, decimal? stop, decimal? target) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} {ticket} {volume:0.00} {stop ?? 0:0.00000} {target ?? 0:0.00000}");

    private static decimal? Level(JsonElement row, string name) => row.GetProperty(name).GetDecimal();
}
