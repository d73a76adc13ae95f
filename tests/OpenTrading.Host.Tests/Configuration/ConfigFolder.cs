using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Tests.Configuration;

/// <summary>A folder with configuration files of one test, removed afterwards.</summary>
internal sealed class ConfigFolder : IDisposable
{
    private const string Eurusd = """
        [EURUSD]
        digits = 5
        contract_size = 100000
        base = "EUR"
        profit = "USD"
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("opentrading-config-").FullName;

    public ConfigFolder() => Write("instruments.toml", Eurusd);

    /// <summary>The mandatory keys of a configuration for the simulated account.</summary>
    public static string Mandatory => """
        [risk.env_lock]
        env = "paper"
        [risk.account_allowlist]
        logins = ["paper@sim"]

        """;

    public string this[string file] => Path.Combine(_root, file);

    public string Write(string file, string text)
    {
        File.WriteAllText(this[file], text);
        return this[file];
    }

    /// <summary>Loads a configuration of this text, in an environment of these variables alone.</summary>
    public HostConfiguration Load(string text, params (string Name, string Value)[] environment) =>
        ConfigurationLoader.Load(Write("test.toml", text), environment.ToDictionary(v => v.Name, v => v.Value));

    /// <summary>Faults of a configuration, each as its line without the folder.</summary>
    public string[] Faults(string text, params (string Name, string Value)[] environment)
    {
        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => Load(text, environment));
        return [.. refused.Errors.Select(e => e.ToString().Replace(_root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
