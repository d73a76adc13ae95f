namespace OpenTrading.Kernel.Journal.Index;

/// <summary>A place in the journal's files from which reading can begin.</summary>
/// <param name="Seq">Record that stands there.</param>
/// <param name="Time">Its time.</param>
/// <param name="Segment">Its file, from 0.</param>
/// <param name="Offset">First byte of its line.</param>
internal readonly record struct JournalMark(long Seq, DateTime Time, int Segment, long Offset);
