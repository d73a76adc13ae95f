namespace OpenTrading.Research.Texts;

/// <summary>Links that come from elsewhere. They are shown, and never followed.</summary>
internal static class OutsideLink
{
    private const int MostLength = 400;

    /// <summary>A link as it may be shown: absolute, of the web, without credentials and fragment, in plain ASCII; null where it is none.</summary>
    public static Uri? Read(string? text)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out Uri? link) || link.Scheme is not ("http" or "https") || link.Host.Length == 0)
        {
            return null;
        }

        string port = link.IsDefaultPort ? "" : $":{link.Port}";
        string plain = $"{link.Scheme}://{link.IdnHost}{port}{link.PathAndQuery}";
        return plain.Length <= MostLength && plain.All(c => c is > ' ' and < '\u007f') ? new Uri(plain) : null;
    }
}
