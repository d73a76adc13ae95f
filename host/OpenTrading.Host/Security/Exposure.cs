using System.Net;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Home;

namespace OpenTrading.Host.Security;

/// <summary>Refuses to be reachable from other machines before it is safe to be.</summary>
internal static class Exposure
{
    private static readonly string[] ForItself = new SecurityOptions().AllowedHosts;

    /// <summary>Checks every address that the host would listen on.</summary>
    /// <exception cref="ConfigurationException">One is reachable from elsewhere without all that this needs; every reason is listed.</exception>
    public static void Refuse(HostConfiguration configuration, HomeFolder home)
    {
        bool hasOperator = new OperatorStore(home.Operators).All.Count > 0;
        Refuse(configuration, [.. Addresses(configuration)], hasOperator, Terminals(configuration, home));
    }

    /// <summary>Checks the address of a stand-alone MCP server. Its callers' tokens come from the host it stands before, and so do operators.</summary>
    /// <exception cref="ConfigurationException">It is reachable from elsewhere without all that this needs; every reason is listed.</exception>
    public static void Refuse(HostConfiguration configuration, string listen) => Refuse(configuration, [("--listen", listen)], hasOperator: true, []);

    private static void Refuse(HostConfiguration configuration, (string Key, string Address)[] addresses, bool hasOperator, IEnumerable<string> more)
    {
        ConfigError[] reasons = [.. Reasons(configuration, addresses, hasOperator).Concat(more).Select(reason => new ConfigError(configuration.File, null, reason))];
        if (reasons.Length > 0)
        {
            throw new ConfigurationException(reasons);
        }
    }

    private static IEnumerable<string> Reasons(HostConfiguration configuration, (string Key, string Address)[] addresses, bool hasOperator)
    {
        List<string> open = [];
        foreach ((string key, string address) in addresses)
        {
            if (!IPEndPoint.TryParse(address, out IPEndPoint? endPoint))
            {
                yield return $"{key} '{address}' is no address and port; write 127.0.0.1:8010";
            }
            else if (!IPAddress.IsLoopback(endPoint.Address))
            {
                open.Add($"{key} = \"{address}\"");
            }
        }

        if (open.Count == 0)
        {
            yield break;
        }

        string reachable = $"{string.Join(" and ", open)} can be reached from other machines";
        if (!configuration.Security.RequireAuth)
        {
            yield return $"{reachable}, but security.require_auth is false; set it to true";
        }

        if (!configuration.Security.Tls)
        {
            yield return $"{reachable}, but security.tls is false; run 'opentrading tls new' and set it to true";
        }

        if (!configuration.Security.AllowedHosts.Except(ForItself, StringComparer.OrdinalIgnoreCase).Any())
        {
            yield return $"{reachable}, but security.allowed_hosts names this machine for itself alone; add the name or address by which others call it";
        }

        if (!hasOperator)
        {
            yield return $"{reachable}, but this home has no operator; run 'opentrading operator init'";
        }
    }

    // Terminals prove themselves by the token and nothing else: without one, whoever reaches the port is believed.
    private static IEnumerable<string> Terminals(HostConfiguration configuration, HomeFolder home)
    {
        MetaTraderOptions bridge = configuration.MetaTrader;
        foreach ((string key, string address) in ((string, string)[])[("metatrader.listen", bridge.Listen), ("metatrader.http_listen", bridge.HttpListen)])
        {
            if (!bridge.Enabled || address.Equals(MetaTraderOptions.None, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (!IPEndPoint.TryParse(address, out IPEndPoint? endPoint))
            {
                yield return $"{key} '{address}' is no address and port; write 127.0.0.1:8030, or {MetaTraderOptions.None}";
            }
            else if (!IPAddress.IsLoopback(endPoint.Address) && SecretFile.Read(home, bridge.TokenFile) is null)
            {
                yield return $"{key} = \"{address}\" can be reached from other machines, but {bridge.TokenFile} in the home holds no token; write one into it and give it to the expert";
            }
        }
    }

    private static IEnumerable<(string Key, string Address)> Addresses(HostConfiguration configuration)
    {
        yield return ("server.rest_listen", configuration.Server.RestListen);
        if (configuration.Mcp.Embedded)
        {
            yield return ("mcp.listen", configuration.Mcp.Listen);
        }
    }
}
