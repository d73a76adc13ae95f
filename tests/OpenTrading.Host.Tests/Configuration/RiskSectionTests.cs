using System.Reflection;
using OpenTrading.Host.Configuration;
using OpenTrading.Risk;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Tests.Configuration;

public sealed class RiskSectionTests : IDisposable
{
    private static readonly string[] Ids = [.. BuiltInRules.Types.Select(t => t.GetCustomAttribute<RiskRuleAttribute>()!.Id)];

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_Always_BindsEveryRule() =>
        Assert.Equal(Ids, _folder.Load(ConfigFolder.Mandatory).Rules.Select(r => r.Declaration.Id));

    public static TheoryData<string, string> OffSwitches()
    {
        var switches = new TheoryData<string, string>();
        foreach (string rule in Ids)
        {
            switches.Add(rule, "enabled = false");
            switches.Add(rule, "bypass = true");
            switches.Add(rule, "dry_run = true");
        }

        return switches;
    }

    [Theory]
    [MemberData(nameof(OffSwitches))]
    public void Load_KeyThatWouldTurnARuleOff_IsUnknown(string rule, string line)
    {
        _folder.Write("base.toml", ConfigFolder.Mandatory);

        string fault = Assert.Single(_folder.Faults($"extends = \"base.toml\"\n[risk.{rule}]\n{line}"));

        Assert.StartsWith($"test.toml:3:1: [risk.{rule}] {line.Split(' ')[0]} is unknown", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enabled = false")]
    [InlineData("bypass = true")]
    [InlineData("dry_run = true")]
    [InlineData("rules = []")]
    public void Load_KeyThatWouldTurnTheGateOff_IsUnknown(string line) => Assert.Contains(
        $"[risk] {line.Split(' ')[0]} is unknown", Assert.Single(_folder.Faults(ConfigFolder.Mandatory + "[risk]\n" + line)), StringComparison.Ordinal);

    [Theory]
    [InlineData("paper", "risk.risk_per_trade_max.frac", "0.05")]
    [InlineData("demo", "risk.risk_per_trade_max.frac", "0.01")]
    [InlineData("live", "risk.risk_per_trade_max.frac", "0.01")]
    [InlineData("paper", "risk.daily_loss_max.frac", "0.1")]
    [InlineData("live", "risk.daily_loss_max.frac", "0.03")]
    [InlineData("paper", "risk.max_positions.n", "10")]
    [InlineData("live", "risk.max_positions_per_symbol.n", "1")]
    [InlineData("paper", "risk.spread_max.bps", "3")]
    [InlineData("paper", "risk.spread_max.points", "none")]
    [InlineData("paper", "risk.trading_state.initial", "reduce_only")]
    [InlineData("paper", "risk.symbol_allowlist.symbols", "[]")]
    [InlineData("paper", "risk.min_signal_confidence.value", "0.42")]
    public void Load_NoKey_TakesTheDefaultOfTheEnvironment(string environment, string key, string expected) => Assert.Equal(
        (expected, "default"),
        _folder.Load(ConfigFolder.Mandatory.Replace("\"paper\"", $"\"{environment}\"", StringComparison.Ordinal) + "[risk.total_dd_static]\ninitial = 10000").Effective(key));

    [Fact]
    public void Load_LiveWithoutInitialCapital_IsRefused()
    {
        string live = ConfigFolder.Mandatory.Replace("\"paper\"", "\"live\"", StringComparison.Ordinal);

        Assert.Equal(
            "test.toml: risk.total_dd_static.initial is missing; write the initial capital of the live account, from which its total loss is measured",
            Assert.Single(_folder.Faults(live)));
        Assert.Equal(50_000m, _folder.Load(live + "[risk.total_dd_static]\ninitial = 50000").Risk.InitialCapital);
    }

    [Fact]
    public void Load_SlippageAtStops_IsThatOfTheSymbolElseTheGeneralOne()
    {
        HostConfiguration none = _folder.Load(ConfigFolder.Mandatory);
        HostConfiguration general = _folder.Load(ConfigFolder.Mandatory + "[risk.money]\nsl_slippage_points = 5");
        HostConfiguration own = _folder.Load(ConfigFolder.Mandatory + "[risk.money]\nsl_slippage_points = 5\nsymbols = { EURUSD = 12.5 }");

        Assert.Equal((0m, 5m, 12.5m), (none.Instruments["EURUSD"].StopSlippagePoints, general.Instruments["EURUSD"].StopSlippagePoints, own.Instruments["EURUSD"].StopSlippagePoints));
        Assert.Equal(5m, own.Risk.StopSlippage.On(own.Instruments["EURUSD"] with { Symbol = "XAUUSD" }).StopSlippagePoints);
        Assert.Equal(3, new[] { none, general, own }.Select(c => c.Risk.ConfigHash).Distinct().Count());
    }

    [Theory]
    [InlineData("sl_slippage_points = -1", "risk.money.sl_slippage_points is -1; it must be 0 to 1000")]
    [InlineData("symbols = { EURUSD = 1001 }", "risk.money.symbols.EURUSD is 1001; it must be 0 to 1000")]
    [InlineData("sl_slipage_points = 1", "[risk.money] sl_slipage_points is unknown; did you mean sl_slippage_points?")]
    public void Load_WrongSlippage_IsRefused(string line, string expected) =>
        Assert.Contains(expected, Assert.Single(_folder.Faults(ConfigFolder.Mandatory + "[risk.money]\n" + line)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[risk.few_lots]\nlots = 0.5", "[risk.few_lots]\nlots = 0.6")]
    [InlineData("[risk.few_lots]\nsymbols = [\"A\"]", "[risk.few_lots]\nsymbols = [\"B\"]")]
    [InlineData("", "[risk.few_lots]\nlots = 0.5")]
    public void Load_LimitOfAPluginsRuleIsEdited_IsAnotherFile(string before, string after)
    {
        string hash = _folder.Load(ConfigFolder.Mandatory + before).FileHash;

        Assert.NotEqual(hash, _folder.Load(ConfigFolder.Mandatory + after).FileHash);
        Assert.Equal(hash, _folder.Load(ConfigFolder.Mandatory + before + "\n# a remark").FileHash);
    }

    [Theory]
    [InlineData("[risk.env_lock]\nenv = \"paper\"", "test.toml: risk.account_allowlist.logins is missing; write a list of texts")]
    [InlineData("[risk.account_allowlist]\nlogins = [\"paper@sim\"]", "test.toml: risk.env_lock.env is missing; write one of paper, demo, live")]
    public void Load_MandatoryKeyMissing_IsRefused(string text, string expected) => Assert.Contains(expected, _folder.Faults(text));

    [Theory]
    [InlineData("risk_per_trade_max.frac = 0.0501", "is 0.0501; it must be 0.0001 to 0.05")]
    [InlineData("risk_per_trade_max.frac = 0.00009", "is 0.00009; it must be 0.0001 to 0.05")]
    [InlineData("daily_loss_max.frac = 0.11", "is 0.11; it must be 0.001 to 0.1")]
    [InlineData("max_positions.n = 0", "is 0; it must be 1 to 200")]
    [InlineData("max_positions.n = 2.5", "is 2.5; it must be a whole number, 1 to 200")]
    [InlineData("quote_max_age.ms = 199", "is 199; it must be 200 to 10000")]
    [InlineData("min_signal_confidence.value = nan", "is a float")]
    [InlineData("symbol_allowlist.symbols = [1]", "holds an integer; every item must be a text")]
    [InlineData("trading_state.initial = \"on\"", "is 'on'; ")]
    [InlineData("reward_risk_min.tp_required = \"yes\"", "is a string; write true or false")]
    public void Load_ValueOutOfBoundsOrOfAnotherType_IsRefused(string line, string expected)
    {
        string fault = Assert.Single(_folder.Faults(ConfigFolder.Mandatory + "[risk]\n" + line));

        Assert.StartsWith($"test.toml:6:{line.IndexOf('=', StringComparison.Ordinal) + 3}: risk.{line.Split(' ')[0]} {expected}", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frac = 0.05")]
    [InlineData("frac = 5e-2")]
    [InlineData("frac = \"0.05\"")]
    public void Load_NumberOrQuotedDecimal_IsTheSameExactValue(string line) =>
        Assert.Equal(0.05m, decimal.Parse(
            _folder.Load(ConfigFolder.Mandatory + "[risk.risk_per_trade_max]\n" + line).Value("risk.risk_per_trade_max.frac"),
            System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("max_risk_per_trade", "MAX_RISK_PER_TRADE", "risk.risk_per_trade_max.frac", "0.02")]
    [InlineData("max_daily_loss", "MAX_DAILY_LOSS", "risk.daily_loss_max.frac", "0.04")]
    [InlineData("min_signal_confidence", "MIN_SIGNAL_CONFIDENCE", "risk.min_signal_confidence.value", "0.6")]
    [InlineData("min_reward_risk", "MIN_REWARD_RISK", "risk.reward_risk_min.ratio", "1.5")]
    public void Load_EarlierName_MeansTheSameInFileAndEnvironment(string alias, string seed, string key, string value)
    {
        Assert.Equal(value, _folder.Load($"{ConfigFolder.Mandatory}[risk]\n{alias} = {value}").Value(key));
        Assert.Equal((value, $"{seed} (means {key})"), _folder.Load(ConfigFolder.Mandatory, (seed, value)).Effective(key));
        string variable = $"OPENTRADING__RISK__{alias.ToUpperInvariant()}";
        Assert.Equal((value, variable), _folder.Load(ConfigFolder.Mandatory, (variable, value)).Effective(key));
    }

    [Fact]
    public void Load_KeyUnderBothNames_IsRefused() => Assert.Equal(
        ["test.toml:6:1: risk.max_daily_loss means risk.daily_loss_max.frac, which is given too; remove one"],
        _folder.Faults(ConfigFolder.Mandatory + "[risk]\nmax_daily_loss = 0.05\ndaily_loss_max.frac = 0.01"));

    [Fact]
    public void Load_EnvironmentVariable_OverridesTheFile()
    {
        HostConfiguration configuration = _folder.Load(
            ConfigFolder.Mandatory + "[risk.daily_loss_max]\nfrac = 0.05", ("OPENTRADING__RISK__DAILY_LOSS_MAX__FRAC", "0.02"), ("MAX_DAILY_LOSS", "0.09"));

        Assert.Equal(("0.02", "OPENTRADING__RISK__DAILY_LOSS_MAX__FRAC"), configuration.Effective("risk.daily_loss_max.frac"));
    }

    [Fact]
    public void Load_EnvironmentVariableOutOfBounds_IsRefused() => Assert.Equal(
        ["OPENTRADING__RISK__DAILY_LOSS_MAX__FRAC: risk.daily_loss_max.frac is 0.5; it must be 0.001 to 0.1"],
        _folder.Faults(ConfigFolder.Mandatory, ("OPENTRADING__RISK__DAILY_LOSS_MAX__FRAC", "0.5")));

    [Fact]
    public void Load_SymbolOverride_TakesItsOwnValueWithinTheSameBounds()
    {
        HostConfiguration configuration = _folder.Load(
            ConfigFolder.Mandatory + "[risk.max_positions_per_symbol]\nn = 2\nsymbols.XAUUSD = 1\n[risk.spread_max.symbols.XAUUSD]\nbps = 8");

        Assert.Equal("1", configuration.Value("risk.max_positions_per_symbol.symbols.XAUUSD"));
        Assert.Equal("8", configuration.Value("risk.spread_max.symbols.XAUUSD.bps"));
        Assert.Equal("none", configuration.Value("risk.spread_max.symbols.XAUUSD.points"));
        Assert.Equal("3", configuration.Value("risk.spread_max.bps"));
        Assert.Equal(
            ["test.toml:6:18: risk.max_positions_per_symbol.symbols.XAUUSD is 51; it must be 1 to 50"],
            _folder.Faults(ConfigFolder.Mandatory + "[risk.max_positions_per_symbol]\nsymbols.XAUUSD = 51"));
    }

    [Fact]
    public void Load_SymbolOverrideOfARuleWithoutAny_IsUnknown() => Assert.Contains(
        "[risk.risk_per_trade_max.symbols] XAUUSD is unknown",
        Assert.Single(_folder.Faults(ConfigFolder.Mandatory + "[risk.risk_per_trade_max]\nsymbols.XAUUSD = 0.01")),
        StringComparison.Ordinal);

    [Fact]
    public void Load_AnyRiskKeyChanged_ChangesTheConfigHash()
    {
        string plain = _folder.Load(ConfigFolder.Mandatory).Risk.ConfigHash;

        Assert.Matches("^[0-9a-f]{64}$", plain);
        Assert.Equal(plain, _folder.Load(ConfigFolder.Mandatory + "[run]\nseed = 7").Risk.ConfigHash);
        Assert.NotEqual(plain, _folder.Load(ConfigFolder.Mandatory + "[risk]\nmax_daily_loss = 0.05").Risk.ConfigHash);
        Assert.NotEqual(plain, _folder.Load(ConfigFolder.Mandatory + "[kill]\non_loss = 3").Risk.ConfigHash);
    }
}
