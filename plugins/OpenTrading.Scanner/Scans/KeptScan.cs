using System.Text.Json.Serialization;

namespace OpenTrading.Scanner.Scans;

/// <summary>A scan as the archive keeps it.</summary>
/// <param name="ScanId"><c>scn_</c> and a ULID.</param>
/// <param name="Time">UTC market time.</param>
/// <param name="Preset">What counted.</param>
/// <param name="Opportunities">What it found, the best first.</param>
internal sealed record KeptScan(string ScanId, DateTime Time, string Preset, IReadOnlyList<KeptOpportunity> Opportunities);

/// <summary>Scans as text; the serializer's general way would hold on to the plugin's types.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(KeptScan))]
internal sealed partial class KeptScanJson : JsonSerializerContext;
