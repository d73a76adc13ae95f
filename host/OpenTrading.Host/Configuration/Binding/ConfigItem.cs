namespace OpenTrading.Host.Configuration.Binding;

/// <summary>An effective setting, for <c>config check</c>.</summary>
/// <param name="Key">Full key, such as <c>risk.spread_max.bps</c>.</param>
/// <param name="Value">Effective value as text.</param>
/// <param name="Default">Default as text; empty when there is none.</param>
/// <param name="Origin"><c>default</c>, a file with line, or an environment variable.</param>
internal sealed record ConfigItem(string Key, string Value, string Default, string Origin);
