namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>One way to cut the bars in two halves: which trial was best in the one, and what became of it in the other.</summary>
/// <param name="Blocks">Blocks in sample, bit i for block i.</param>
/// <param name="Selected">Best trial in sample, the first of equals.</param>
/// <param name="InSample">Its Sharpe ratio a bar in sample.</param>
/// <param name="OutOfSample">Its Sharpe ratio a bar out of sample.</param>
/// <param name="Rank">Its rank among all trials out of sample, 1 = worst, the mean of equals.</param>
/// <param name="RelativeRank">Rank over trials + 1.</param>
/// <param name="Logit">ln(relative rank / (1 - relative rank)): below 0 it did worse than half of the trials.</param>
public readonly record struct CscvSplit(uint Blocks, int Selected, double InSample, double OutOfSample, double Rank, double RelativeRank, double Logit);
