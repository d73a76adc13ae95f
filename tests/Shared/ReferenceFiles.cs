namespace OpenTrading.Tests.Shared;

/// <summary>Finds the reference sets and market data that stand beside the checkout.</summary>
internal static class ReferenceFiles
{
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>Root of the reference sets: OPENTRADING_REFERENCE, else ../shared/reference.</summary>
    public static string Root { get; } =
        Environment.GetEnvironmentVariable("OPENTRADING_REFERENCE") is { Length: > 0 } root
            ? Path.GetFullPath(root, RepositoryRoot)
            : Path.GetFullPath("../shared/reference", RepositoryRoot);

    /// <summary>Root of the recorded market data: OPENTRADING_DATA, else ../shared/data.</summary>
    public static string DataRoot { get; } =
        Environment.GetEnvironmentVariable("OPENTRADING_DATA") is { Length: > 0 } root
            ? Path.GetFullPath(root, RepositoryRoot)
            : Path.GetFullPath("../shared/data", RepositoryRoot);

    public static string Reference(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A document that stands beside the reference sets.</summary>
    public static string Document(string file) => Path.GetFullPath(Path.Combine(Root, "..", file));

    public static string MarketData(string file) => Path.Combine(DataRoot, file);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "OpenTrading.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No OpenTrading.sln above {AppContext.BaseDirectory}.");
    }
}
