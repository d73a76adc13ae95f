using Microsoft.AspNetCore.Http;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>The page on which the document is read and calls are tried. Three files that came with the program; it asks nothing of any other host.</summary>
internal static class DocsPage
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, (string File, string Type)> Files = new(StringComparer.Ordinal)
    {
        ["/"] = ("docs.html", "text/html; charset=utf-8"),
        ["/docs"] = ("docs.html", "text/html; charset=utf-8"),
        ["/docs/docs.css"] = ("docs.css", "text/css; charset=utf-8"),
        ["/docs/docs.js"] = ("docs.js", "text/javascript; charset=utf-8"),
    };

    /// <summary>Whether a request asks for a part of the page.</summary>
    public static bool Serves(HttpRequest request) => HttpMethods.IsGet(request.Method) && Files.ContainsKey(request.Path.Value ?? "");

    /// <summary>Writes that part.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        (string file, string type) = Files[context.Request.Path.Value!];
        context.Response.ContentType = type;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return RestAnswer.WriteFileAsync(context, Read(file));
    }

    private static byte[] Read(string file)
    {
        using Stream stream = typeof(DocsPage).Assembly.GetManifestResourceStream(file)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
