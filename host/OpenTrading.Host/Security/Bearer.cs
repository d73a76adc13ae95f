using Microsoft.AspNetCore.Http;

namespace OpenTrading.Host.Security;

/// <summary>The credential of a request's Authorization header.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    /// <summary>The credential; null where the header is missing, stands twice, or is of another kind.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
}
