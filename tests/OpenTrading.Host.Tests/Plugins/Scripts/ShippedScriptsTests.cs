using System.Globalization;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Host.Plugins.Scripts.Compilation;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.Replays;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

/// <summary>The scripts that come with the program are short, sound, and trade.</summary>
public sealed class ShippedScriptsTests : IDisposable
{
    private const int LongestScript = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("opentrading-shipped-");

    public static TheoryData<string> Names => [.. Scripts];

    private static IEnumerable<string> Scripts => Directory.GetFiles(Folder, "*.csx").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(ReferenceFiles.RepositoryRoot, "strategies", "scripts");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Builds a shipped script and makes its strategy with the defaults. The context lives as long as the strategy does.</summary>
    internal static Strategy Create(string name)
    {
        ScriptSources sources = ScriptReader.Read(Path.Combine(Folder, name + ".csx"), Folder);
        return new ScriptContext(ScriptCompiler.Compile(sources)).Create();
    }

    [Fact]
    public void Folder_HoldsTheThree() => Assert.Equal(["donchian-breakout", "london-range", "rsi-reversal"], Scripts);

    [Theory]
    [MemberData(nameof(Names))]
    public void Script_IsAFirstExample(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, name + ".csx"));

        Assert.InRange(lines.Length, 10, LongestScript);
        Assert.StartsWith("// ", lines[0], StringComparison.Ordinal);
        Assert.Contains($"[Strategy(\"{name}\", Description = ", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 140));
    }

    [MarketDataFact("EURUSD_H1.csv")]
    public void RsiReversal_TwelveYears_TradesBothWaysWithStopAndTarget()
    {
        ReplayResult result = Replay("rsi-reversal");

        AssertBothWays(result);
        Assert.InRange(result.Trades.Count, 500, 3000);
        Assert.InRange(ShareThatEndedBy(result, FillReason.TakeProfit), 0.25, 0.6);
    }

    [MarketDataFact("EURUSD_H1.csv")]
    public void DonchianBreakout_TwelveYears_TradesBothWaysAndLeavesAtTheMiddle()
    {
        ReplayResult result = Replay("donchian-breakout");

        AssertBothWays(result);
        Assert.InRange(result.Trades.Count, 300, 2000);
        Assert.InRange(ShareThatEndedBy(result, FillReason.Close), 0.4, 1);
    }

    [MarketDataFact("EURUSD_H1.csv")]
    public void LondonRange_TwelveYears_EntersAfterTheOpenAndIsFlatAtNight()
    {
        ReplayResult result = Replay("london-range");

        AssertBothWays(result);
        // The years end where the account has lost the share at which the gate stops for good.
        Assert.InRange(result.Trades.Count, 400, 3500);
        Assert.All(result.Trades, t => Assert.InRange(t.EntryTime.Hour, 7, 19));

        // On a few days before a holiday the market closes before the strategy's day ends.
        Assert.InRange(result.Trades.Count(t => t.EntryTime.Date != t.ExitTime.Date), 0, 5);
    }

    private static void AssertBothWays(ReplayResult result)
    {
        Assert.Empty(result.Faulted);
        Assert.InRange(result.Trades.Count(t => t.Side == OrderSide.Buy), result.Trades.Count / 4, result.Trades.Count * 3 / 4);
    }

    private static double ShareThatEndedBy(ReplayResult result, FillReason reason) => result.Trades.Count(t => t.Reason == reason) / (double)result.Trades.Count;

    private ReplayResult Replay(string name)
    {
        HostConfiguration configuration = ConfigurationLoader.Load(Path.Combine(ReferenceFiles.RepositoryRoot, "config", "opentrading.toml"));
        BarSeries bars = Recorded();
        var clock = new SessionClock(bars[0].Time);
        using ReplayJournal journal = ReplayJournal.Create(Path.Combine(_folder.FullName, "journal.jsonl"), clock);
        return new Replay(new ReplaySetup
        {
            Bars = bars,
            Instrument = AccountTerms.Setup(configuration, configuration.Instruments["EURUSD"], Timeframe.H1, new SeriesStore(_folder.FullName)),
            Instruments = configuration.Instruments,
            Strategies = [new NamedStrategy(name, Create(name))],
            Voting = VotingMethods.All[0],
            Sizer = SizerSpec.Parse("lots:0.1"),
            Account = AccountTerms.Account(configuration),
            Rules = configuration.Rules,
            Risk = configuration.Risk,
            Clock = clock,
            Journal = journal,
            Description = new JournalPayload(),
        }).Run(null, CancellationToken.None);
    }

    private static BarSeries Recorded() => BarSeries.From("EURUSD", Timeframe.H1, "file:EURUSD_H1", [.. File.ReadLines(ReferenceFiles.MarketData("EURUSD_H1.csv")).Skip(1).Select(line =>
    {
        string[] fields = line.Split(',');
        double[] values = [.. fields[1..].Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
        DateTime time = DateTime.Parse(fields[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return new Bar(time, values[0], values[1], values[2], values[3], values[4], values[5]);
    })]);
}
