using System.Globalization;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Strategies.Classic.Tests;

/// <summary>Feeds bars to one strategy and keeps what it emits.</summary>
internal sealed class Bench : IStrategyMarket, IDecisionListener
{
    private readonly BarWindow _bars = new();
    private readonly StrategyContext _context;
    private readonly Strategy _strategy;

    public Bench(Strategy strategy, Timeframe timeframe = Timeframe.H1)
    {
        var instrument = new Instrument { Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD" };
        _strategy = strategy;
        _context = new StrategyContext(instrument, timeframe, _bars, this);
    }

    public List<(DateTime Time, Signal Signal)> Signals { get; } = [];

    public IReadOnlyList<Position> Positions { get; set; } = [];

    public IReadOnlyList<WorkingOrder> Orders => [];

    /// <summary>Rules stated on the latest bar.</summary>
    public List<(string Rule, bool Passed, double Value, double Threshold)> Rules { get; } = [];

    public IDecisionListener? Listener => this;

    public void Rule(string rule, bool passed, double value, double threshold) => Rules.Add((rule, passed, value, threshold));

    public void Input(string name, double value) => Assert.True(double.IsFinite(value), name);

    public void Emit(Signal signal) => Signals.Add((_bars.Latest.Time, signal));

    public void Emit(ManageIntent intent) => throw new NotSupportedException();

    public Bench Feed(IEnumerable<Bar> bars)
    {
        foreach (Bar bar in bars)
        {
            _bars.Add(bar);
            Rules.Clear();
            _strategy.OnBar(_context);
        }

        return this;
    }

    public static IEnumerable<Bar> Closes(params double[] closes) => closes.Select((close, i) =>
        new Bar(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(i), close, close + 0.0005, close - 0.0005, close));

    public static IEnumerable<Bar> Recorded(string file) => File.ReadLines(file).Skip(1).Select(line =>
    {
        string[] f = line.Split(',');
        double Number(int i) => double.Parse(f[i], CultureInfo.InvariantCulture);
        return new Bar(DateTime.Parse(f[0], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal), Number(1), Number(2), Number(3), Number(4));
    });
}
