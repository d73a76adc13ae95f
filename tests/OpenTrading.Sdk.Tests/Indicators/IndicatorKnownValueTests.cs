namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>
/// Indicators against the values that Stock.Indicators (version 3) gives for the same bars: the conventions of warm-up, smoothing and seeding
/// are its own.
/// </summary>
public class IndicatorKnownValueTests
{
    private const string AverageTable = """
        t3                                 t3       0  98.57999999999998  300 109.0703033780357  599 97.39261307284403
        t3(period=8,volumeFactor=1)        t3       0  98.58000000000004  300 109.49531639311044 599 97.29040498884308
        alma                               alma     8  98.16512865845773  300 108.56022239934445 599 97.37475203885893
        alma(period=20,offset=0.5,sigma=4) alma     19 100.79446761295885 300 112.28935073208866 599 94.9608606266472
        vwma                               vwma     13 100.12191357481977 300 111.32177647190196 599 95.50207973410993
        vwma(period=3)                     vwma     2  98.03633843452081  300 107.60040906193869 599 96.78857387825093
        mama                               mama     5  98.3625            300 110.1820682034907  599 97.0443085000422
        mama                               fama     5  98.3625            300 111.71198023169671 599 94.88092470206799
        lsma                               lsma     9  99.46054545454545  300 107.36072727272727 599 98.23599999999999
        lsma(period=25)                    lsma     24 103.52941538461538 300 109.54163076923074 599 96.94123076923076
        mcginley                           mcginley 1  98.6799944905238   300 110.47791931837457 599 95.45876503992604
        mcginley(period=20,kFactor=1)      mcginley 1  98.62199768602     300 110.60415850671038 599 93.53557930197789
        """;

    private const string TrendTable = """
        slope           slope 13 0.44815384615384607  300 -0.49085714285714244 599 0.32663736263736187
        slope(period=5) slope 4  -0.30699999999999933 300 -0.6519999999999996  599 -0.33700000000000047
        linreg          slope 13 0.44815384615384607  300 -0.49085714285714244 599 0.32663736263736187
        linreg          r2    13 0.5603744214292787   300 0.8291141724116463   599 0.5948935675103962
        """;

    private const string MomentumTable = """
        cmo cmo 14 30.26995979322229 300 -31.833910034601967 599 8.078994614003566
        """;

    public static TheoryData<string> Averages => KnownValues.Rows(AverageTable);

    public static TheoryData<string> Trends => KnownValues.Rows(TrendTable);

    public static TheoryData<string> Momentums => KnownValues.Rows(MomentumTable);

    [Theory]
    [MemberData(nameof(Averages))]
    public void Update_RandomWalk_GivesTheKnownAverages(string row) => KnownValues.Check(row);

    [Theory]
    [MemberData(nameof(Trends))]
    public void Update_RandomWalk_GivesTheKnownTrends(string row) => KnownValues.Check(row);

    [Theory]
    [MemberData(nameof(Momentums))]
    public void Update_RandomWalk_GivesTheKnownMomentums(string row) => KnownValues.Check(row);
}
