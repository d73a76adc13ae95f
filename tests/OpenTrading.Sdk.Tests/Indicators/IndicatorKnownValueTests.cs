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
        slope                                          slope            13 0.44815384615384607  300 -0.49085714285714244 599 0.32663736263736187
        slope(period=5)                                slope            4  -0.30699999999999933 300 -0.6519999999999996  599 -0.33700000000000047
        linreg                                         slope            13 0.44815384615384607  300 -0.49085714285714244 599 0.32663736263736187
        linreg                                         r2               13 0.5603744214292787   300 0.8291141724116463   599 0.5948935675103962
        dpo                                            dpo              5  -3.500714285714281   300 -1.133571428571429   591 -2.277142857142863
        dpo(period=21)                                 dpo              9  1.431428571428583    300 -1.7219047619047672  588 -0.8404761904761529
        dpo(period=2)                                  dpo              0  0.029999999999986926 300 1.144999999999996    597 -0.6400000000000006
        trix                                           trix             14 0.009444591459906058 300 -0.03966772286645233 599 0.2145534977962191
        gator                                          upper            20 1.4435477369765692   300 0.16216684071800103  599 1.0883367771108112
        gator                                          lower            12 -0.5698744400000066  300 -1.0584241366420173  599 -1.5740814992091146
        gator                                          upperIsExpanding 21 0                    300 0                    599 1
        gator                                          lowerIsExpanding 13 1                    300 1                    599 1
        atr-stop                                       atrStop          21 95.44428571428571    300 113.1406138841279    599 92.11633969482688
        atr-stop                                       buyStop          84 112.33612828706428   300 113.1406138841279    577 93.10417826110603
        atr-stop                                       sellStop         21 95.44428571428571    296 109.37647413555489   599 92.11633969482688
        atr-stop(period=10,multiplier=2,price=HighLow) atrStop          10 96.498               300 113.18301566953741   599 93.55967139657481
        atr-stop(period=10,multiplier=2,price=HighLow) buyStop          45 107.23026469617781   300 113.18301566953741   576 92.8195787826966
        atr-stop(period=10,multiplier=2,price=HighLow) sellStop         10 96.498               295 110.54824262600216   599 93.55967139657481
        chandelier                                     chandelier       22 98.27863636363637    300 108.55528411893441   599 92.65650091713245
        chandelier(period=14,multiplier=2,side=Sell)   chandelier       14 99.91285714285715    300 110.30195027949888   599 96.67270041179874
        """;

    private const string MomentumTable = """
        pvo                                                                     pvo        25  8.484433425487751   300 3.8632864926053787  599 -9.195955636367813
        pvo                                                                     signal     33  8.821040910575125   300 -3.345129290265316  599 -0.7085862472020916
        pvo                                                                     histogram  33  -8.676778509613953  300 7.208415782870695   599 -8.487369389165721
        tsi                                                                     tsi        37  17.995125303408656  300 -11.995562548286738 599 16.841516042944907
        tsi                                                                     signal     43  15.518226736182994  300 -3.809232328700159  599 15.813890295827125
        tsi(period=13,smoothPeriod=25,signalPeriod=1)                           tsi        37  16.536231105987497  300 -11.995562547991199 599 16.841516042944907
        tsi(period=13,smoothPeriod=25,signalPeriod=1)                           signal     37  16.536231105987497  300 -11.995562547991199 599 16.841516042944907
        smi                                                                     smi        12  50.805585392051434  300 -22.4616457987028   599 41.69116793424816
        smi                                                                     signal     12  50.805585392051434  300 -15.811451900849464 599 40.7856493497039
        smi(period=10,firstSmoothPeriod=3,secondSmoothPeriod=3,signalPeriod=10) smi        9   90.46199701937405   300 -76.59198877007438  599 50.792292911074874
        smi(period=10,firstSmoothPeriod=3,secondSmoothPeriod=3,signalPeriod=10) signal     9   90.46199701937405   300 -46.46374811974518  599 40.9023453781581
        ultimate                                                                ultimate   28  58.33510161581693   300 36.93052856018044   599 53.828894089159625
        ao                                                                      ao         33  2.680764705882339   300 -3.378411764705916  599 4.312235294117642
        cmo                                                                     cmo        14  30.26995979322229   300 -31.833910034601967 599 8.078994614003566
        fisher                                                                  fisher     0   0                   300 -2.88222099180689   599 1.70703272938804
        fisher                                                                  trigger    1   0                   300 -2.5905013432680875 599 1.613700495994117
        fisher(period=3)                                                        fisher     0   0                   300 -1.713634822609     599 0.5824590070132819
        fisher(period=3)                                                        trigger    1   0                   300 -1.760145784210469  599 0.4956521356330492
        connors-rsi                                                             connorsRsi 101 66.96772510608201   300 14.199275489154237  599 27.608179812893933
        connors-rsi(rsiPeriod=5,streakPeriod=3,rankPeriod=20)                   connorsRsi 21  72.78883649302482   300 18.874836887351616  599 35.33227041491597
        stc                                                                     stc        60  62.77874205420678   300 0                   599 100
        stc(cyclePeriod=5,fastPeriod=8,slowPeriod=13)                           stc        18  0                   300 0                   599 65.88383457588871
        bop                                                                     bop        13  0.09999593613524065 300 -0.1498468817974776 599 0.08390625079860521
        elder-ray                                                               bull       12  4.803846153846152   300 -1.6598357915521547 599 3.0800197372306144
        elder-ray                                                               bear       12  2.603846153846149   300 -4.469835791552143  599 0.05001973723061326
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
