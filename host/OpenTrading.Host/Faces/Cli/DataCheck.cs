using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Faces.Cli;

internal static class DataCheck
{
    public static int Run(Terminal terminal, SeriesStore store)
    {
        foreach (StoredSeries s in store.Check())
        {
            terminal.Line(s.Fault ?? s.Key.ToString());
        }

        return 0;
    }
}
