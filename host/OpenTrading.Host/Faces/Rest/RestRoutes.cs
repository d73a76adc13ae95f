using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>Which capability answers which method and path. Follows the catalog at once.</summary>
internal sealed class RestRoutes : IDisposable
{
    private readonly CapabilityCatalog _catalog;
    private volatile Route[] _routes = [];

    public RestRoutes(CapabilityCatalog catalog)
    {
        _catalog = catalog;
        catalog.Changed += Read;
        Read();
    }

    /// <summary>Paths as they are declared.</summary>
    public IEnumerable<string> Paths => _routes.Select(r => r.Capability.Path).Distinct();

    /// <summary>The capability of a path, with the arguments that stand in it.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="segments">Parts of the path, decoded.</param>
    /// <param name="allowed">Methods the path has, where it has others.</param>
    public RouteMatch? Find(string method, string[] segments, out string[] allowed)
    {
        Route[] fitting = [.. _routes.Where(r => r.Fits(segments))];
        allowed = [.. fitting.Select(r => r.Capability.HttpMethod).Distinct()];
        return fitting.FirstOrDefault(r => r.Capability.HttpMethod == method) is { } route ? new RouteMatch(route.Capability, route.ArgumentsIn(segments)) : null;
    }

    public void Dispose() => _catalog.Changed -= Read;

    // A word goes before an argument in the same place: /tools/find is no tool called find.
    private void Read() => _routes =
    [
        .. _catalog.All.Select(c => new Route(c)).OrderBy(r => r.Specificity, StringComparer.Ordinal),
    ];

    private sealed class Route(CapabilityDescriptor capability)
    {
        private readonly string[] _parts = capability.Path[1..].Split('/');

        public CapabilityDescriptor Capability { get; } = capability;

        public string Specificity => string.Concat(_parts.Select(p => IsArgument(p) ? '1' : '0'));

        public bool Fits(string[] segments)
        {
            if (segments.Length != _parts.Length)
            {
                return false;
            }

            for (int i = 0; i < segments.Length; i++)
            {
                if (segments[i].Length == 0 || (!IsArgument(_parts[i]) && _parts[i] != segments[i]))
                {
                    return false;
                }
            }

            return true;
        }

        public IReadOnlyList<KeyValuePair<string, string>> ArgumentsIn(string[] segments) =>
            [.. _parts.Zip(segments).Where(p => IsArgument(p.First)).Select(p => KeyValuePair.Create(p.First[1..^1], p.Second))];

        private static bool IsArgument(string part) => part.StartsWith('{');
    }
}
