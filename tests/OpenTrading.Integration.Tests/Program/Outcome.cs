using System.Text.Json;

namespace OpenTrading.Integration.Tests.Program;

/// <summary>What a finished command left: exit code, standard output, standard error.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>The document of a <c>--json</c> answer; the test fails when it is none or the command did.</summary>
    public JsonElement Json
    {
        get
        {
            RequireSuccess();
            using JsonDocument document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The single line a refused command wrote to standard error. Anything more, or anything on standard output, fails the test.</summary>
    public string Complaint
    {
        get
        {
            string line = Assert.Single(Complaints);
            Assert.Equal("", Output);
            return line;
        }
    }

    /// <summary>Lines on standard error. A stack trace fails the test.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
            Assert.DoesNotContain("Unhandled", Error, StringComparison.Ordinal);
            return Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    public override string ToString() => $"exit code {ExitCode}\n{Error}\n{Output}";

    /// <summary>Fails the test unless the command succeeded in silence.</summary>
    public Outcome RequireSuccess()
    {
        Assert.True(ExitCode == 0 && Error.Length == 0, ToString());
        return this;
    }
}
