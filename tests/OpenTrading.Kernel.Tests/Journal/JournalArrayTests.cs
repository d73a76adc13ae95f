using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class JournalArrayTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    [Fact]
    public void Rows_AreWrittenAsAnyArray()
    {
        JournalArray eager = JournalArray.From(Names, n => new JournalArray { n, 1, new JournalArray { n } });

        var payload = new JournalPayload { ["rows"] = JournalArray.Rows(3, (i, row) => Fill(i, row)) };

        Assert.Equal("""{"rows":[["a",1,["a"]],["b",1,["b"]],["c",1,["c"]]]}""", payload.ToString());
        Assert.Equal(new JournalPayload { ["rows"] = eager }.ToString(), payload.ToString());
    }

    [Fact]
    public void Rows_AreLaidOutOnlyWhereTheyAreRead()
    {
        int laidOut = 0;
        JournalArray rows = JournalArray.Rows(3, (i, row) => { laidOut++; Fill(i, row); });

        Assert.Equal((3, 0), (rows.Count, laidOut));
        Assert.Equal("""["b",1,["b"]]""", rows[1].ToString());
        Assert.Equal(1, laidOut);
    }

    [Fact]
    public void Rows_ThatAreKept_StayWhatTheyAre()
    {
        JournalValue[] kept = [.. JournalArray.Rows(3, (i, row) => Fill(i, row))];

        Assert.Equal(["""["a",1,["a"]]""", """["b",1,["b"]]""", """["c",1,["c"]]"""], kept.Select(v => v.ToString()));
    }

    [Fact]
    public void Add_ToRows_Throws() => Assert.Throws<InvalidOperationException>(() => JournalArray.Rows(0, Fill).Add(1));

    private static void Fill(int index, JournalArray row)
    {
        row.Add(Names[index]);
        row.Add(1);
        row.Add(new JournalArray { Names[index] });
    }
}
