namespace OpenTrading.Host.Plugins;

/// <summary>
/// Private copies of plugin folders. What is loaded, and what was hashed, is the copy: the original can be replaced or deleted while it is in
/// use, on every system, and nobody can exchange a file between the check and the loading.
/// </summary>
internal sealed class ShadowCopies : IDisposable
{
    private readonly Lazy<string> _root = new(() => Directory.CreateTempSubdirectory("opentrading-").FullName);
    private int _count;

    /// <summary>Copies a folder with everything below it.</summary>
    /// <returns>The copy.</returns>
    public string Take(string folder)
    {
        string copy = Path.Combine(_root.Value, $"{Interlocked.Increment(ref _count)}", Path.GetFileName(folder));
        foreach (string file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Deletes a copy, where the system lets go of its files already.</summary>
    public static void Release(string copy) => Delete(Path.GetDirectoryName(copy)!);

    public void Dispose()
    {
        if (_root.IsValueCreated)
        {
            Delete(_root.Value);
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows holds the files of a loaded assembly until its context is collected; the copy then goes with the temporary folder.
        }
    }
}
