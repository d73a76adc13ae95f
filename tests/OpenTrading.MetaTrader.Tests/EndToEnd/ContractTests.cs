using System.Reflection;
using OpenTrading.MetaTrader.Brokers;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Testing.Brokers;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>The promises of every broker, kept by a terminal.</summary>
public sealed class ContractTests
{
    public static TheoryData<string> Promises =>
        [.. typeof(BrokerContract).GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => m.Name)];

    [EmulatorTheory]
    [MemberData(nameof(Promises))]
    public async Task Terminal_KeepsThePromise(string promise)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("--input", "StopLossRequired=false");
        object? kept = typeof(BrokerContract).GetMethod(promise)!.Invoke(new Contract(bench), null);
        if (kept is Task keeping)
        {
            await keeping;
        }
    }

    private sealed class Contract(TerminalBench bench) : BrokerContract
    {
        protected override Instrument Instrument => bench.Bridge.Terminals.All[0].Symbols.Sheet("EURUSD")!.Instrument;

        protected override IBroker Connect() => (IBroker)bench.Broker;

        // What a request caused comes before the answer to a later one; the books that show it are asked for once or twice more.
        protected override async ValueTask Advance()
        {
            for (int i = 0; i < 3; i++)
            {
                (await bench.Bridge.Terminals.All[0].Session!.AskAsync("terminal", null, TimeSpan.FromSeconds(60), default)).Dispose();
            }

            await bench.UntilAsync(() => ((TerminalBroker)bench.Broker).IsQuiet);
        }
    }
}
