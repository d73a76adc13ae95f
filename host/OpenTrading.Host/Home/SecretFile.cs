namespace OpenTrading.Host.Home;

/// <summary>A file that holds a secret in one line. What is in it is never shown.</summary>
internal static class SecretFile
{
    private const int MostBytes = 4096;

    /// <summary>Its text without white space around it; null when there is no such file, or nothing in it.</summary>
    /// <param name="home">What a relative path counts from.</param>
    /// <param name="file">Path.</param>
    /// <exception cref="FormatException">It cannot be read, or is too long.</exception>
    public static string? Read(HomeFolder home, string file)
    {
        string path = Path.GetFullPath(file, home.Root);
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            if (new FileInfo(path).Length > MostBytes)
            {
                throw new FormatException($"{path} is longer than {MostBytes} bytes, which no secret is; name another file.");
            }

            return File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{path} cannot be read ({e.Message.TrimEnd('.')}); let this user read it.", e);
        }
    }
}
