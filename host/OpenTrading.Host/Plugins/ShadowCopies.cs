namespace OpenTrading.Host.Plugins;

/// <summary>
/// Private copies of plugin folders. What is loaded, and what was hashed, is the copy: the original can be replaced or deleted while it is in
/// use, on every system, and nobody can exchange a file between the check and the loading.
/// </summary>
internal sealed class ShadowCopies : IDisposable
{
    private const string Prefix = "opentrading-plugins-";
    private const string Held = "held";

    private readonly Lazy<(string Root, FileStream Held)> _place = new(Begin);
    private int _count;

    /// <summary>Copies a folder with everything below it.</summary>
    /// <returns>The copy.</returns>
    public string Take(string folder)
    {
        string copy = Path.Combine(_place.Value.Root, $"{Interlocked.Increment(ref _count)}", Path.GetFileName(folder));
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
        if (_place.IsValueCreated)
        {
            _place.Value.Held.Dispose();
            Delete(_place.Value.Root);
        }
    }

    // A process that was killed leaves its copies, and so does every one on Windows, which holds the files of loaded assemblies to the end: the
    // next one clears up. A folder whose file nobody holds is nobody's.
    private static (string Root, FileStream Held) Begin()
    {
        foreach (string place in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (IsLeft(Path.Combine(place, Held)))
            {
                Delete(place);
            }
        }

        string root = Directory.CreateTempSubdirectory(Prefix).FullName;
        return (root, new FileStream(Path.Combine(root, Held), FileMode.CreateNew, FileAccess.Write, FileShare.None));
    }

    private static bool IsLeft(string held)
    {
        try
        {
            using var taken = new FileStream(held, FileMode.Open, FileAccess.Write, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
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
            // It goes with the next process, or with the temporary folder.
        }
    }
}
