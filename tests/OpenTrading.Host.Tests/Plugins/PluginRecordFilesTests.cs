using OpenTrading.Host.Plugins;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class PluginRecordFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-records-").FullName;

    [Fact]
    public void Append_OfTwoPlugins_StaysApart()
    {
        new PluginRecordFiles(_folder, "Alerts").Append("alerts", ["one"]);
        new PluginRecordFiles(_folder, "Other").Append("alerts", ["two"]);

        Assert.Equal(["one"], new PluginRecordFiles(_folder, "Alerts").Read("alerts"));
        Assert.Empty(new PluginRecordFiles(_folder, "Alerts").Read("more"));
    }

    [Theory]
    [InlineData("../alerts")]
    [InlineData("Alerts")]
    [InlineData("")]
    public void Append_BadName_Refuses(string file) => Assert.Throws<ArgumentException>(() => new PluginRecordFiles(_folder, "Alerts").Append(file, ["one"]));

    [Fact]
    public void Append_LineBreak_Refuses() => Assert.Throws<ArgumentException>(() => new PluginRecordFiles(_folder, "Alerts").Append("alerts", ["one\ntwo"]));

    [Fact]
    public void Replace_BeyondTheBound_RefusesAndKeepsWhatWasThere()
    {
        var records = new PluginRecordFiles(_folder, "Alerts");
        records.Append("alerts", ["one"]);

        Assert.Equal(ErrorCode.LimitExceeded, Assert.Throws<CapabilityException>(() => records.Replace("alerts", [new string('x', PluginRecordFiles.MostBytes)])).Code);
        Assert.Equal(["one"], records.Read("alerts"));
    }

    [Fact]
    public void Read_FileBeyondTheBound_SaysSoAndReadsNothing()
    {
        using (FileStream file = File.Create(Path.Combine(_folder, "Alerts.alerts.jsonl")))
        {
            file.SetLength(PluginRecordFiles.MostBytes + 1);
        }

        DataException refusal = Assert.Throws<DataException>(() => new PluginRecordFiles(_folder, "Alerts").Read("alerts"));
        Assert.Equal("Alerts.alerts.jsonl: the alerts of plugin Alerts have 67108865 bytes; 67108864 is the most. Move the file out of the state folder, or shorten it.", refusal.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
