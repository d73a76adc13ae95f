using OpenTrading.Sdk.Plugins;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Sdk.Tests.PublicApi;

/// <summary>The SDK's public face changes only on purpose: its listing is approved in the commit that changes it.</summary>
public sealed class PublicApiTests
{
    /// <summary>Set to 1 to take the listing as it is now for the approved one.</summary>
    private const string ApproveVariable = "OPENTRADING_APPROVE_API";

    private const string File = "tests/OpenTrading.Sdk.Tests/PublicApi.approved.txt";

    [Fact]
    public void PublicApi_OfTheSdk_IsTheApprovedOne()
    {
        string path = Path.Combine(ReferenceFiles.RepositoryRoot, File);
        string[] now = [.. ApiListing.Of(typeof(IPlugin).Assembly)];
        if (Environment.GetEnvironmentVariable(ApproveVariable) == "1")
        {
            System.IO.File.WriteAllText(path, string.Join('\n', now) + "\n");
        }

        string[] approved = System.IO.File.Exists(path) ? System.IO.File.ReadAllLines(path) : [];

        Assert.True(now.SequenceEqual(approved), Difference(approved, now));
    }

    private static string Difference(string[] approved, string[] now) =>
        $"""
        The SDK's public API is not the approved one ({File}).
        {string.Join('\n', Lines('-', approved, now).Concat(Lines('+', now, approved)).DefaultIfEmpty("  The same lines stand in another order."))}
        A removed or changed line breaks plugins and needs a new major version; a new line a new minor one.
        If the change is meant: {ApproveVariable}=1 dotnet test tests/OpenTrading.Sdk.Tests --filter PublicApi, and commit the file with it.
        """;

    // A member is known by its type too: the same line may stand below several.
    private static IEnumerable<string> Lines(char sign, string[] these, string[] others)
    {
        var known = WithType(others).ToHashSet();
        return WithType(these).Where(line => !known.Contains(line)).Select(line => $"{sign} {line.Type}{(line.Member.Length > 0 ? " | " : "")}{line.Member}");
    }

    private static IEnumerable<(string Type, string Member)> WithType(string[] lines)
    {
        string type = "";
        foreach (string line in lines)
        {
            if (!line.StartsWith(' '))
            {
                type = line;
            }

            yield return (type, line.StartsWith(' ') ? line.Trim() : "");
        }
    }
}
