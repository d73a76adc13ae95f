using System.Text;

namespace OpenTrading.Host.Plugins;

/// <summary>
/// What a command that does one thing wants of the plugins that came with the program: those that offer none of it are left where they lie, which saves most of the
/// time such a command takes to start. Plugins of the home are always loaded, for nobody knows what they register.
/// </summary>
/// <remarks>
/// A plugin is left out where its file does not so much as mention what is wanted: whoever declares a strategy spells its id, whoever declares a rule names the attribute.
/// One that mentions it for another reason is loaded for nothing.
/// </remarks>
/// <param name="strategies">Ids of the strategies that run.</param>
/// <param name="files">Whether files of prices are read.</param>
internal sealed class PluginNeeds(IReadOnlyList<string> strategies, bool files)
{
    // A limit or an indicator that somebody counts on must never be missing.
    private static readonly string[] Always = ["RiskRule", "IndicatorAttribute", "[Indicator"];
    private static readonly string[] Importers = ["IBarImporter", "ITickImporter"];

    private readonly byte[][] _words = [.. Always.Concat(files ? Importers : []).Concat(strategies).Select(Encoding.UTF8.GetBytes)];

    /// <summary>Ids of the strategies that run.</summary>
    public IReadOnlyList<string> Strategies => strategies;

    /// <summary>Whether a plugin may offer something of it.</summary>
    public bool MayBeServedBy(PluginFile file)
    {
        if (!file.IsShipped)
        {
            return true;
        }

        try
        {
            byte[] content = File.ReadAllBytes(file.Path);
            return _words.Any(word => content.AsSpan().IndexOf(word) >= 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The loader says what is wrong with it.
            return true;
        }
    }
}
