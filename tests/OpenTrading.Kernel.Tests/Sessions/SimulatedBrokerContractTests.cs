using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Testing.Brokers;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Sessions;

/// <summary>The simulated broker keeps the contract that every broker plugin does, in both account modes.</summary>
public static class SimulatedBrokerContractTests
{
    public sealed class Hedging() : OfSimulatedBroker(AccountMode.Hedging);

    public sealed class Netting() : OfSimulatedBroker(AccountMode.Netting);

    public abstract class OfSimulatedBroker(AccountMode mode) : BrokerContract
    {
        private readonly SessionClock _clock = new(Scene.Now);
        private SimulatedBroker? _broker;

        protected override Instrument Instrument { get; } = Scene.EurUsd with { CommissionPerLot = 3.5m };

        protected override IBroker Connect()
        {
            _broker = new SimulatedBroker(
                new AccountOptions { InitialCash = 10_000m, Mode = mode },
                new MatchingOptions(),
                new InstrumentSetup { Instrument = Instrument, Spread = new FixedSpread(10), BarLength = TimeSpan.FromHours(1) },
                "test",
                _clock);
            Bar();
            return _broker;
        }

        // A market order fills at the next open.
        protected override ValueTask Advance()
        {
            Bar();
            return ValueTask.CompletedTask;
        }

        private void Bar()
        {
            _broker!.OnBar(Scene.EurUsd, new Bar(_clock.Now, 1.10, 1.1002, 1.0998, 1.1001));
            _clock.MoveTo(_clock.Now.AddHours(1));
        }
    }
}
