using System.Text.RegularExpressions;

namespace OpenTrading.MetaTrader.Tests.Brokers;

/// <summary>Who can make a terminal do something, by the sources: the broker alone, and the broker is sent to by the order router alone.</summary>
public sealed class SendersTests
{
    [Theory]
    [InlineData("send", "RequestFields.cs")]
    [InlineData("modify", "RequestFields.cs")]
    [InlineData("cancel", "RequestFields.cs")]
    [InlineData("latch", "TerminalBrake.cs")]
    [InlineData("rearm", "TerminalBrake.cs")]
    [InlineData("flatten")]
    [InlineData("limits")]
    public void Operation_ThatChangesSomething_IsNamedInOnePlace(string op, params string[] files) =>
        Assert.Equal(files, Holding("plugins/OpenTrading.MetaTrader", $"\"{op}\""));

    [Fact]
    public void RequestFields_AreWrittenByTheBrokerAlone() => Assert.Equal(["TerminalBroker.cs"], Holding("plugins", @"RequestFields\.(Op|Write)\("));

    [Fact]
    public void SendingFace_IsHeldByTheRouterAlone() => Assert.Equal(["OrderRouter.cs"], Holding("host", @"\bIBroker _|_broker\.SendAsync\("));

    private static string[] Holding(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(ReferenceFiles.RepositoryRoot, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, pattern)))
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];
}
