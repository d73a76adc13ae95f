namespace OpenTrading.Simulation.Matching;

/// <summary>Decides what fires inside a bar after its open.</summary>
internal abstract class IntrabarWalk
{
    public static IntrabarWalk For(IntrabarModel model, Execution execution) => model switch
    {
        IntrabarModel.OhlcPath => new PathWalk(execution),
        _ => new PessimisticWalk(execution),
    };

    public abstract void Run(Market market);
}
