using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>What is typed wrong is answered in one line that says what, with which value, and what to write instead.</summary>
public sealed class ArgumentTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("import bars.csv --symbol FOOBAR --timeframe H1", 3, "FOOBAR: the instrument is unknown. Say how many decimals its prices have (--digits)")]
    [InlineData("import bars.csv --symbol EURUSC --timeframe H1", 3, "EURUSC: the instrument is unknown. Did you mean EURUSD?")]
    [InlineData("import bars.csv --symbol ../x --timeframe H1 --digits 5", 3, "the symbol '../x' cannot be stored")]
    [InlineData("import bars.csv --symbol EURUSD --timeframe H1 --digits 99", 2, "--digits is '99'; write a whole number from 0 to 8.")]
    [InlineData("import bars.csv --symbol EURUSD --timeframe H1 --digits -1", 2, "--digits is '-1'; write a whole number from 0 to 8.")]
    [InlineData("import bars.csv --symbol EURUSD --timeframe H1 --digits five", 2, "--digits is 'five'; write a whole number from 0 to 8.")]
    [InlineData("import bars.csv --symbol EURUSD --timeframe H7", 2, "timeframe 'H7' is unknown; write one of M1,")]
    [InlineData("import bars.csv --symbol EURUSD", 2, "'--timeframe' is required. See: opentrading import --help")]
    [InlineData("import bars.csv --symbol EURUSD --timeframe H1 --timezone Mars/Base", 3, "the time zone 'Mars/Base' is unknown")]
    [InlineData("replay --symbol NOPE --timeframe H1 --strategy sma-cross", 3, "NOPE: the instrument is unknown")]
    [InlineData("replay --symbol EURUSC --timeframe H1 --strategy sma-cross", 3, "EURUSC: the instrument is unknown. Did you mean EURUSD?")]
    [InlineData("replay --symbol EURUSD --timeframe M5 --strategy sma-cross", 3, "EURUSD M5: neither it nor a finer series is stored. Import it: opentrading import FILE --symbol EURUSD --timeframe M5")]
    [InlineData("replay --symbol EURUSD --timeframe H9 --strategy sma-cross", 2, "timeframe 'H9' is unknown; write one of M1,")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cros", 2, "strategy 'sma-cros' is unknown; did you mean sma-cross?")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy astrology", 2, "strategy 'astrology' is unknown; there are bollinger-reversion, donchian-breakout, donchian-trend, london-range, macd-momentum, rsi-reversal, session-breakout, sma-cross, sma-rsi-baseline, volatility-breakout.")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --strategy sma-cross", 2, "strategy 'sma-cross' is named 2 times; name it once")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --set fats=3", 2, "sma-cross has no parameter 'fats'; did you mean fast?")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --set fast=0", 2, "sma-cross: fast is '0'; it must be a whole number, 1 to 1000.")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --set fast", 2, "'fast' sets nothing; write NAME=VALUE")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --size banana", 2, "size 'banana' is not understood; write lots:0.1, units:100000 or risk:1%")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --size risk:500%", 2, "size 'risk:500%' risks more than the account")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --voting loudest", 2, "voting 'loudest' is unknown; write one of weighted, majority, unanimous.")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --cash 0", 2, "--cash is '0'; write a number from 1 to")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --cash -5", 2, "--cash is '-5'; write a number from 1 to")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --from yesterday", 2, "--from is 'yesterday'; write a UTC time")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross --from 2050-01-01", 3, "EURUSD H1: no bar lies from 2050-01-01 00:00 on. It holds 2020-01-06")]
    [InlineData("audit show --limit 0", 2, "--limit is '0'; write a whole number from 1 to")]
    [InlineData("audit show --limit 99999999999999999999", 2, "--limit is '99999999999999999999'; write a whole number from 1 to")]
    [InlineData("audit show nothere.jsonl", 1, "nothere.jsonl")]
    [InlineData("audit verify nothere.jsonl", 4, "nothere.jsonl cannot be read")]
    [InlineData("audit verify --from 0", 2, "--from is '0'; write a whole number from 1 to")]
    [InlineData("frobnicate", 2, "'frobnicate'. See: opentrading --help")]
    [InlineData("relpay", 2, "'relpay'. Did you mean replay? See: opentrading --help")]
    [InlineData("audit", 2, "See: opentrading audit --help")]
    [InlineData("stop", 5, "no host runs in ")]
    public async Task Command_WrongArgument_IsRefusedInOneLine(string arguments, int exitCode, string what)
    {
        (await _workspace.ImportAsync(_workspace.Write("bars.csv", BarFile.Waves(50)))).RequireSuccess();

        Outcome refused = await _workspace.RunAsync(arguments.Split(' '));

        Assert.Contains(what, refused.Complaint, StringComparison.Ordinal);
        Assert.Equal(exitCode, refused.ExitCode);
    }

    [Fact]
    public async Task Home_Empty_IsRefused()
    {
        Outcome refused = await HostProgram.RunAsync(HostProgram.File, _workspace.Folder, ["--home", "", "data", "list"]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--home is empty; name a folder", refused.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_File_IsRefused()
    {
        _workspace.Write("home", "");

        Outcome refused = await _workspace.RunAsync("data", "list");

        Assert.Equal(6, refused.ExitCode);
        Assert.Contains("the home folder cannot be made", refused.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_UnknownInstrumentWithDigits_IsStored()
    {
        _workspace.Write("bars.csv", BarFile.Waves(50));

        Outcome import = await _workspace.RunAsync("import", "bars.csv", "--symbol", "FOOBAR", "--timeframe", "H1", "--digits", "5", "--json");

        Assert.Equal(50, import.Json.GetProperty("added").GetInt32());
    }
}
