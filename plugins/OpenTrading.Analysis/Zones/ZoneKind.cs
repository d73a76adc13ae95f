namespace OpenTrading.Analysis.Zones;

/// <summary>Kinds of zones. The names are those of arguments and answers.</summary>
internal static class ZoneKind
{
    public const string FairValueGap = "fvg";
    public const string OrderBlock = "order_block";
    public const string SupplyDemand = "supply_demand";

    public static IReadOnlyList<string> All { get; } = [FairValueGap, OrderBlock, SupplyDemand];
}
