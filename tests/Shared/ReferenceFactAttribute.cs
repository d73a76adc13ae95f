namespace OpenTrading.Tests.Shared;

/// <summary>A fact that needs the reference sets and skips, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute(params string[] parts)
    {
        string path = ReferenceFiles.Reference(parts);
        if (!Path.Exists(path))
        {
            Skip = $"reference absent: {path}";
        }
    }
}

/// <summary>A theory that needs the reference sets and skips, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute(params string[] parts)
    {
        string path = ReferenceFiles.Reference(parts);
        if (!Path.Exists(path))
        {
            Skip = $"reference absent: {path}";
        }
    }
}

/// <summary>A fact that needs a file of the recorded market data and skips, with the reason, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MarketDataFactAttribute : FactAttribute
{
    public MarketDataFactAttribute(string file)
    {
        string path = ReferenceFiles.MarketData(file);
        if (!File.Exists(path))
        {
            Skip = $"market data absent: {path}";
        }
    }
}

/// <summary>A fact that needs a document beside the reference sets and skips, with the reason, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DocumentFactAttribute : FactAttribute
{
    public DocumentFactAttribute(string file)
    {
        if (!File.Exists(ReferenceFiles.Document(file)))
        {
            Skip = $"document absent: {ReferenceFiles.Document(file)}";
        }
    }
}
