namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>Stored and new rows in one series.</summary>
/// <param name="Series">The union.</param>
/// <param name="Added">New rows whose time was not stored.</param>
/// <param name="Replaced">New rows that overwrote stored ones.</param>
/// <param name="FirstConflict">First new row that differs from the stored one of its time, when that may not be replaced; else -1.</param>
public readonly record struct Merged<T>(T Series, int Added, int Replaced, int FirstConflict = -1);
