using System.Text;

namespace OpenTrading.MarketData.Text;

/// <summary>The names tables give their columns, compared without case, blanks and punctuation.</summary>
internal static class ColumnNames
{
    private static readonly Dictionary<string, Column> Known = new()
    {
        ["timeutc"] = Column.Time,
        ["utctime"] = Column.Time,
        ["utc"] = Column.Time,
        ["gmttime"] = Column.Time,
        ["localtime"] = Column.Time,
        ["opentime"] = Column.Time,
        ["datetime"] = Column.Time,
        ["timestamp"] = Column.Time,
        ["date"] = Column.Time,
        ["dateutc"] = Column.Time,
        ["time"] = Column.TimeOfDay,
        ["o"] = Column.Open,
        ["open"] = Column.Open,
        ["openbid"] = Column.Open,
        ["bidopen"] = Column.Open,
        ["h"] = Column.High,
        ["high"] = Column.High,
        ["highbid"] = Column.High,
        ["bidhigh"] = Column.High,
        ["l"] = Column.Low,
        ["low"] = Column.Low,
        ["lowbid"] = Column.Low,
        ["bidlow"] = Column.Low,
        ["c"] = Column.Close,
        ["close"] = Column.Close,
        ["closebid"] = Column.Close,
        ["bidclose"] = Column.Close,
        ["v"] = Column.Volume,
        ["vol"] = Column.Volume,
        ["volume"] = Column.Volume,
        ["tickvol"] = Column.Volume,
        ["tickvolume"] = Column.Volume,
        ["spread"] = Column.Spread,
        ["bid"] = Column.Bid,
        ["bidprice"] = Column.Bid,
        ["ask"] = Column.Ask,
        ["askprice"] = Column.Ask,
        ["last"] = Column.Last,
        ["lastprice"] = Column.Last,
    };

    public static bool TryFind(ReadOnlySpan<byte> name, out Column column)
    {
        string plain = new([.. Encoding.UTF8.GetString(name).Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
        return Known.TryGetValue(plain, out column);
    }
}
