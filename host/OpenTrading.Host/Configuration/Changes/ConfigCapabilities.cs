using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Naming;
using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Configuration.Changes;

/// <summary>What operators may see and change of the configuration. Nothing changes under a running host: its file is changed, and the next start reads it.</summary>
/// <param name="configuration">What is in force.</param>
/// <param name="journal">Has a change before the file does.</param>
/// <param name="time">The wall clock.</param>
internal sealed class ConfigCapabilities(HostConfiguration configuration, IJournal journal, TimeProvider time)
{
    private const string Masked = "[masked]";

    // What the gate's decisions are bound to by hash, and who may reach the host: for whoever can write the file, and nobody else.
    private static readonly string[] Fixed = ["risk", "security", "approval", "kill", "accounts"];

    private readonly Lock _changing = new();

    /// <summary>Shows settings.</summary>
    [Capability("get_config", "system", Effect.Operate, "GET /config", Errors = [ErrorCode.NotFound])]
    [Description("Settings in force with default and origin; secrets are masked.")]
    public ConfigListing GetConfig([Description("such as risk or run")] string? section = null)
    {
        ConfigItem[] items = [.. configuration.Items.Where(i => section is null || i.Key == section || i.Key.StartsWith(section + ".", StringComparison.Ordinal)).OrderBy(i => i.Key, StringComparer.Ordinal)];
        if (items.Length == 0)
        {
            IEnumerable<string> sections = configuration.Items.Select(i => i.Key.Split('.')[0]).Distinct();
            throw new CapabilityException(ErrorCode.NotFound, $"There is no setting under '{section}'", Near(section!, sections));
        }

        return new ConfigListing
        {
            Summary = $"{items.Length} settings{(section is null ? "" : $" of {section}")}, {items.Count(i => OriginOf(i) != ConfigOrigin.Default)} of them set.",
            AsOf = Now,
            Items = [.. items.Select(Row)],
        };
    }

    /// <summary>Changes a setting for the next start.</summary>
    [Capability("set_config", "system", Effect.Operate, "POST /config", Errors = [ErrorCode.NotFound])]
    [Description("Writes a setting into the configuration file, for the next start. Never risk or security.")]
    public ConfigChanged SetConfig(
        ICallContext call, [Description("such as run.speed")] string key, [Description("as a file spells it")] string value, [StringLength(500)] string why)
    {
        string section = key.Split('.')[0];
        if (Fixed.Contains(section))
        {
            throw new CapabilityException(ErrorCode.NotPermitted, $"{key}: no call changes [{section}]", $"Whoever owns this machine edits {configuration.File} and restarts the host.");
        }

        (Type type, ConfigRange range) = ConfigKeys.Find(key) ?? throw new CapabilityException(ErrorCode.NotFound, $"There is no setting '{key}'", Near(key, ConfigKeys.Names));
        if (ConfigConvert.FromText(value, type, range, out object? next) is { } fault)
        {
            throw Wrong($"{key} {fault}", [new ErrorDetail(["value"], fault)]);
        }

        ConfigItem old = configuration.Items.First(i => i.Key == key);
        lock (_changing)
        {
            byte[] text = Checked(section, key[(section.Length + 1)..], TomlLiteral.Of(next));
            journal.Append(call.Caller.Actor, "config.changed", Record(key, old.Value, next, why), Durability.Durable);
            Write(configuration.File, text);
        }

        string spelt = ConfigConvert.ToText(next);
        bool overridden = OriginOf(old) == ConfigOrigin.Env;
        return new ConfigChanged
        {
            Summary = $"{key} is {spelt} from the next start on; until then it is {old.Value}.{(overridden ? $" But {old.Origin} overrides the file." : "")}",
            AsOf = Now,
            Key = key,
            Old = old.Value,
            New = spelt,
            RestartRequired = true,
        };
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static string Near(string asked, IEnumerable<string> names) =>
        Suggestion.Nearest(asked, names) is { } guess ? $"Did you mean {guess}?" : "List them with get_config.";

    private static ConfigRow Row(ConfigItem item)
    {
        bool secret = IsSecret(item.Key);
        ConfigOrigin origin = OriginOf(item);
        return new ConfigRow(item.Key, secret ? Masked : item.Value, item.Default is "" ? null : item.Default, origin, origin == ConfigOrigin.Default ? null : item.Origin, secret);
    }

    // The name of a file or of a variable that holds a secret is none.
    private static bool IsSecret(string key) =>
        Redaction.Hides(key) && !key.EndsWith("_file", StringComparison.Ordinal) && !key.EndsWith("_env", StringComparison.Ordinal);

    private static ConfigOrigin OriginOf(ConfigItem item) =>
        item.Origin == "default" ? ConfigOrigin.Default : item.Origin.Contains(".toml:", StringComparison.Ordinal) ? ConfigOrigin.File : ConfigOrigin.Env;

    private static CapabilityException Wrong(string message, IReadOnlyList<ErrorDetail> details) => new(ErrorCode.ValidationError, message, "Correct the arguments named in details.", details);

    private static JournalPayload Record(string key, string old, object? next, string why) =>
        new() { ["key"] = key, ["old"] = old, ["new"] = ConfigConvert.ToText(next), ["why"] = why };

    // Written beside the file and read as the next start would read it: a host that refuses to start helps nobody.
    private byte[] Checked(string section, string key, string literal)
    {
        string trial = configuration.File + ".trial";
        try
        {
            byte[] text = Encoding.UTF8.GetBytes(TomlEdit.Set(File.ReadAllText(configuration.File), section, key, literal));
            File.WriteAllBytes(trial, text);
            ConfigurationLoader.Load(trial);
            return text;
        }
        catch (ConfigurationException e)
        {
            throw Wrong(
                string.Join("; ", e.Errors.Select(f => f.ToString().Replace(".trial", "", StringComparison.Ordinal))),
                [.. e.Errors.Select(f => new ErrorDetail(["value"], f.Message))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
        finally
        {
            File.Delete(trial);
        }
    }

    private void Write(string file, byte[] text)
    {
        try
        {
            AtomicFile.Write(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
    }

    private CapabilityException Unwritable(Exception e) => new(
        ErrorCode.NotPermitted, $"{configuration.File} cannot be changed by the host: {e.Message.TrimEnd('.')}", "Edit it as its owner, or let the host's user write it.");
}
