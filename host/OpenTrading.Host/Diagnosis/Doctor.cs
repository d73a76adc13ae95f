using System.Globalization;
using System.Net;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Diagnosis;

/// <summary>Looks at everything a host needs on this machine and says how to mend what is missing. Changes nothing.</summary>
internal static class Doctor
{
    private const long EnoughBytes = 512L << 20;

    /// <summary>All findings, in the order in which a user would mend them.</summary>
    public static IEnumerable<Finding> Examine(string configFile, Func<HomeFolder> openHome)
    {
        yield return new Finding("runtime", Severity.Ok, $".NET {Environment.Version} on {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors");
        yield return Zones();

        HostConfiguration? configuration = null;
        foreach (Finding finding in Configuration(configFile, c => configuration = c))
        {
            yield return finding;
        }

        HomeFolder? home = null;
        yield return Home(openHome, h => home = h);
        if (configuration is null || home is null)
        {
            yield break;
        }

        yield return Disk(home);
        yield return Host(home);
        yield return Journal(home);
        yield return Store(home);
        yield return Plugins(configuration, home);
        bool isOurs = HostLock.IsHeld(home);
        foreach ((string key, string address) in ((string Key, string Address)[])[
            ("server.rest_listen", configuration.Server.RestListen),
            ("mcp.listen", configuration.Mcp.Listen),
            ("metatrader.listen", configuration.MetaTrader.Listen),
            ("metatrader.http_listen", configuration.MetaTrader.HttpListen),
        ])
        {
            if (address.Equals(MetaTraderOptions.None, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            yield return Port(key, address, isOurs);
        }
    }

    private static Finding Zones()
    {
        try
        {
            TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
            return new Finding("time zones", Severity.Ok, "the zone database is there");
        }
        catch (TimeZoneNotFoundException)
        {
            return new Finding("time zones", Severity.Fault, "the zone database is missing", "install tzdata");
        }
    }

    private static List<Finding> Configuration(string file, Action<HostConfiguration> use)
    {
        try
        {
            HostConfiguration configuration = ConfigurationLoader.Load(file);
            use(configuration);
            return [new Finding("configuration", Severity.Ok, $"{file}: {configuration.Items.Count} settings, {configuration.Rules.Count} risk rules")];
        }
        catch (ConfigurationException e)
        {
            return [.. e.Errors.Select(error => new Finding("configuration", Severity.Fault, error.ToString(), "correct that line"))];
        }
    }

    private static Finding Home(Func<HomeFolder> open, Action<HomeFolder> use)
    {
        try
        {
            HomeFolder home = open();
            string probe = Path.Combine(home.State, "doctor.probe");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            use(home);
            return new Finding("home", Severity.Ok, $"{home.Root} can be written");
        }
        catch (Exception e) when (e is HomeException or IOException or UnauthorizedAccessException)
        {
            return new Finding("home", Severity.Fault, e.Message, "give this user a writable folder, or name another with --home");
        }
    }

    private static Finding Disk(HomeFolder home)
    {
        long free = new DriveInfo(home.Root).AvailableFreeSpace;
        string text = string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MiB free");
        return free >= EnoughBytes
            ? new Finding("disk", Severity.Ok, text)
            : new Finding("disk", Severity.Fault, text, "free at least 512 MiB; entries stop below that");
    }

    private static Finding Host(HomeFolder home) => HostLock.IsHeld(home)
        ? new Finding("host", Severity.Ok, $"process {HostLock.Holder(home)} runs in this home")
        : new Finding("host", Severity.Ok, "none runs in this home");

    private static Finding Journal(HomeFolder home)
    {
        if (JournalReader.Files(home.Audit).Count == 0)
        {
            return new Finding("journal", Severity.Ok, "empty; the first start begins it");
        }

        JournalVerification result = JournalVerifier.Verify(home.Audit);
        return result.Verdict switch
        {
            JournalVerdict.Ok => new Finding("journal", Severity.Ok, result.Message),
            JournalVerdict.TornTail => new Finding("journal", Severity.Note, result.Message, "the next start sets the torn line aside"),
            _ => new Finding("journal", Severity.Fault, result.Message, "keep the file as evidence, and start in a fresh --home"),
        };
    }

    private static Finding Store(HomeFolder home)
    {
        IReadOnlyList<StoredSeries> series = new SeriesStore(home.Store).List();
        string? fault = series.FirstOrDefault(s => s.Fault is not null)?.Fault;
        return fault is not null ? new Finding("market data", Severity.Fault, fault, "import that file again")
            : series.Count == 0 ? new Finding("market data", Severity.Note, "nothing is stored", "opentrading import FILE --symbol EURUSD --timeframe H1")
            : new Finding("market data", Severity.Ok, string.Create(CultureInfo.InvariantCulture, $"{series.Count} series, {series.Sum(s => s.Rows):N0} rows"));
    }

    private static Finding Plugins(HostConfiguration configuration, HomeFolder home)
    {
        PluginCatalog plugins;
        try
        {
            using PluginSet set = HostPlugins.Load(ref configuration, home, TimeProvider.System);
            plugins = set.Catalog;
        }
        catch (ConfigurationException e)
        {
            return new Finding("plugins", Severity.Fault, string.Join("; ", e.Errors), "correct these lines, or put the plugin they need back");
        }

        string text = $"{plugins.Strategies.Count} strategies, {plugins.BarImporters.Count + plugins.TickImporters.Count} importers, {plugins.Sources.Count} sources";
        return plugins.Faults.Count == 0
            ? new Finding("plugins", Severity.Ok, text)
            : new Finding("plugins", Severity.Fault, string.Join("; ", plugins.Faults), "replace or remove that plugin");
    }

    private static Finding Port(string key, string address, bool isOurs)
    {
        if (!IPEndPoint.TryParse(address, out IPEndPoint? endPoint))
        {
            return new Finding(key, Severity.Fault, $"'{address}' is no address and port", "write 127.0.0.1:8010");
        }

        if (ListeningPorts.IsFree(endPoint))
        {
            return new Finding(key, Severity.Ok, $"{address} is free");
        }

        string holder = ListeningPorts.Holder(endPoint.Port) is { } process ? $"process {process}" : "a process this user may not see";
        return isOurs
            ? new Finding(key, Severity.Ok, $"{address} is held by {holder}")
            : new Finding(key, Severity.Fault, $"{address} is held by {holder}", $"end that process, or set {key} to another port");
    }
}
