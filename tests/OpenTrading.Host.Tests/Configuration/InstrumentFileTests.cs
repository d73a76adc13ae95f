using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Tests.Configuration;

public sealed class InstrumentFileTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_FullTable_IsTheInstrument()
    {
        Instrument gold = Read("""
            [XAUUSD]
            digits = 2
            contract_size = 100
            base = "XAU"
            profit = "USD"
            class = "metal"
            tick_size = 0.05
            volume_min = 0.1
            volume_step = 0.1
            volume_max = 20
            commission_per_lot = 3.5
            triple_swap = "friday"
            sessions = ["monday 01:00-24:00"]
            """, out List<ConfigError> errors)["XAUUSD"];

        Assert.Empty(errors);
        Assert.Equal((2, 100m, "XAU", "USD", AssetClass.Metal), (gold.Digits, gold.ContractSize, gold.BaseCurrency, gold.ProfitCurrency, gold.AssetClass));
        Assert.Equal((0.05m, 5m), (gold.TickSize, gold.TickValue));
        Assert.Equal((0.1m, 0.1m, 20m, 3.5m), (gold.VolumeMin, gold.VolumeStep, gold.VolumeMax, gold.CommissionPerLot));
        Assert.Equal(DayOfWeek.Friday, gold.TripleSwapDay);
        Assert.Equal(new TradingSession(DayOfWeek.Monday, TimeSpan.FromHours(1), TimeSpan.FromHours(24)), Assert.Single(gold.Sessions));
    }

    [Fact]
    public void Read_MandatoryKeysAlone_TakesDefaults()
    {
        Instrument pair = Read("[X]\ndigits = 3\ncontract_size = 1\nbase = \"A\"\nprofit = \"B\"", out _)["X"];

        Assert.Equal((0.001m, 0.01m, 0.01m, 100m), (pair.TickSize, pair.VolumeMin, pair.VolumeStep, pair.VolumeMax));
    }

    [Theory]
    [InlineData("[X]\ndigits = 9\ncontract_size = 1\nbase = \"A\"\nprofit = \"B\"", ":2:10: X.digits is 9; it must be 0 to 8")]
    [InlineData("[X]\ndigits = 5\nbase = \"A\"\nprofit = \"B\"", ": X.contract_size is missing; write 1E-06 to 1000000000")]
    [InlineData("[X]\ndigits = 5\ncontract_size = 1\nbase = \"A\"\nprofit = \"B\"\nvolume_mn = 1", ":6:1: [X] volume_mn is unknown; did you mean volume_min?")]
    [InlineData("[X]\ndigits = 5\ncontract_size = 1\nbase = \"A\"\nprofit = \"B\"\nsessions = [\"monday 25:00-26:00\"]", ": [X] sessions holds 'monday 25:00-26:00'")]
    public void Read_Fault_SaysWhereAndWhatToWrite(string text, string expected)
    {
        Read(text, out List<ConfigError> errors);

        Assert.Contains("test.toml" + expected, Assert.Single(errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingFile_IsAFault()
    {
        var errors = new List<ConfigError>();

        Assert.Empty(InstrumentFile.Read(_folder["absent.toml"], errors));
        Assert.Contains("no such file; put it beside the configuration, or set market.instruments", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    private IReadOnlyDictionary<string, Instrument> Read(string text, out List<ConfigError> errors) =>
        InstrumentFile.Read(_folder.Write("test.toml", text), errors = []);
}
