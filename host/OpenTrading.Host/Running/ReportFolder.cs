namespace OpenTrading.Host.Running;

/// <summary>The folder of one report. One that is still empty at the end goes again: a run that was cut short leaves nothing behind.</summary>
internal sealed class ReportFolder : IDisposable
{
    /// <summary>Creates the folder, or takes the one an equal run made.</summary>
    public ReportFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (!Directory.EnumerateFileSystemEntries(Path).Any())
        {
            Directory.Delete(Path);
        }
    }
}
