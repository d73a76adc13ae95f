using OpenTrading.Sdk.Naming;

namespace OpenTrading.Sdk.Tests.Naming;

public sealed class SuggestionTests
{
    private static readonly string[] Keys = ["max_daily_loss", "max_open_positions", "listen", "enabled", "frac", "env", "on"];

    [Theory]
    [InlineData("max_dayly_loss", "max_daily_loss")]
    [InlineData("max_dialy_loss", "max_daily_loss")]
    [InlineData("max-daily-loss", "max_daily_loss")]
    [InlineData("MAX_DAILY_LOSS", "max_daily_loss")]
    [InlineData("lisetn", "listen")]
    [InlineData("enable", "enabled")]
    [InlineData("frca", "frac")]
    public void Nearest_Mistyped_NamesTheKey(string unknown, string expected) =>
        Assert.Equal(expected, Suggestion.Nearest(unknown, Keys));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("take_profit")]
    [InlineData("max_weekly_profit")]
    [InlineData("trap")]
    [InlineData("max_lost_positions")]
    public void Nearest_NothingNear_ReturnsNull(string unknown) => Assert.Null(Suggestion.Nearest(unknown, Keys));

    [Fact]
    public void Nearest_EquallyNear_NamesTheFirst() => Assert.Equal("host", Suggestion.Nearest("hist", ["host", "hint", "list"]));

    [Fact]
    public void Nearest_OneCloserThanAnother_NamesTheCloser() =>
        Assert.Equal("rest_listen", Suggestion.Nearest("rest_listn", ["test_listen", "rest_listen"]));

    [Fact]
    public void Nearest_SwappedNeighbours_CountAsOneChange() => Assert.Equal("env", Suggestion.Nearest("evn", ["env"]));

    [Fact]
    public void Nearest_NoneKnown_ReturnsNull() => Assert.Null(Suggestion.Nearest("listen", []));
}
