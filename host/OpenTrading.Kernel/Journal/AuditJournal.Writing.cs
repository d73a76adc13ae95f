namespace OpenTrading.Kernel.Journal;

/// <content>The way from a batch to the disk, and what happens when the disk refuses.</content>
public sealed partial class AuditJournal
{
    private readonly RecordDraft _ownDraft = new();

    /// <summary>Returns when the batch is on disk, whoever writes it.</summary>
    private void Commit(JournalBatch batch)
    {
        while (!batch.IsDone)
        {
            if (Take(batch) is { } end) WriteOut(batch, end);
            else batch.Wait();
        }
        if (batch.Error is { } error) throw new JournalException(error.Message, error);
    }

    /// <summary>Takes a batch for writing: the end of the chain after it, or null while another is written.</summary>
    private ChainPosition? Take(JournalBatch batch)
    {
        // Most who ask come while another writes; they need no lock to see that, and are called when it is their turn.
        if (_writing) return null;
        lock (_gate)
        {
            if (_writing || batch.IsDone) return null;
            // Batches are written in order, so the one not done while nobody writes is the open one.
            _open = new JournalBatch();
            _writing = true;
            return _chain.Position;
        }
    }

    private void WriteOut(JournalBatch batch, ChainPosition end)
    {
        var error = Write(batch);
        JournalBatch next;
        lock (_gate)
        {
            _writing = false;
            Finish(batch, end, error);
            Monitor.PulseAll(_gate);
            next = _open;
        }
        next.CallWriter();
        batch.Release();
    }

    private Exception? Write(JournalBatch batch)
    {
        try
        {
            CutBack();
            _tailDirty = true;
            _file!.Write(batch.Lines.WrittenSpan, _length);
            _file.Flush();
            (_tailDirty, _isSound) = (false, true);
            Follow(batch.Lines.WrittenMemory);
            return null;
        }
        catch (Exception error) when (IsRefusal(error))
        {
            _isSound = false;
            return error;
        }
    }

    /// <summary>Hands out what is on disk now. Only one batch is written at a time, so order needs no lock.</summary>
    private void Follow(ReadOnlyMemory<byte> lines)
    {
        if (_follow is null) return;
        try
        {
            for (var offset = _length; !lines.IsEmpty;)
            {
                var end = lines.Span.IndexOf((byte)'\n');
                JournalLine.Parse(lines.Span[..end], out var line);
                _follow(new JournalRecord(lines[..end], line, _names, offset));
                offset += end + 1;
                lines = lines[(end + 1)..];
            }
        }
#pragma warning disable CA1031 // Orders wait for the journal: whoever only reads along must not stop it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            (_follow, FollowFailure) = (null, error);
        }
    }

    private void Finish(JournalBatch batch, ChainPosition end, Exception? error)
    {
        if (error is null)
        {
            _length += batch.Lines.WrittenCount;
            _stored = end;
            batch.End(null);
            return;
        }
        // Records sealed meanwhile link to those just lost, so they go too; whoever waits for them is told.
        var lost = _chain.Seq - _stored.Seq;
        var failure = Describe(error, lost);
        var meanwhile = _open;
        _open = new JournalBatch();
        _chain.Restore(_stored);
        if (State == JournalState.Open) Fail(error, lost);
        else TryCutBack();
        // Whoever is told tries again with the reserve, which is free only now.
        batch.End(failure);
        meanwhile.End(failure);
        meanwhile.Release();
    }

    /// <summary>Frees the reserve and leaves a record of the failure with its help.</summary>
    private void Fail(Exception error, long lost)
    {
        State = JournalState.Failed;
        Failure = _unannounced = Describe(error, lost);
        TryCutBack();
        try
        {
            _folder.FreeReserve();
        }
        catch (Exception refusal) when (IsRefusal(refusal))
        {
            // Then protective records must do without it; each says for itself whether it could be written.
        }
        var note = new JournalBatch();
        _ownDraft.Begin("host", "audit.write_failed", new JournalPayload { ["error"] = error.Message, ["lost"] = JournalValue.Number(lost) });
        _chain.Append(_ownDraft, JournalTime.Now(_clock), note.Lines);
        if (Write(note) is null)
        {
            _length += note.Lines.WrittenCount;
            _stored = _chain.Position;
        }
        else
        {
            _chain.Restore(_stored);
            TryCutBack();
        }
    }

    private bool DayEnds(DateTime now) => State == JournalState.Open && _segmentDay is { } day && _chain.TimeAt(now).Date > day;

    /// <summary>Writes what belongs to the day, renames its file and begins the next. Under the lock: it happens once a day.</summary>
    private void EndDay()
    {
        WriteOpen();
        if (State != JournalState.Open) return;
        try
        {
            _folder.CloseSegment(_segmentDay!.Value);
            var next = _openFile(_folder.Current);
            _file!.Dispose();
            (_file, _length, _segmentDay) = (next, 0, null);
            _folder.Flush();
        }
        catch (Exception error) when (IsRefusal(error))
        {
            // The file open before goes on taking protective records, whatever its name is now.
            Fail(error, lost: 0);
        }
    }

    /// <summary>Writes the open batch under the lock, while nobody else writes.</summary>
    private void WriteOpen()
    {
        var batch = _open;
        if (batch.Lines.WrittenCount == 0) return;
        _open = new JournalBatch();
        Finish(batch, _chain.Position, Write(batch));
        batch.Release();
        Monitor.PulseAll(_gate);
    }

    /// <summary>Removes what a failed write left behind the last stored record.</summary>
    private void CutBack()
    {
        if (!_tailDirty) return;
        _file!.Truncate(_length);
        _tailDirty = false;
    }

    private void TryCutBack()
    {
        try
        {
            CutBack();
        }
        catch (Exception error) when (IsRefusal(error))
        {
            // The next write tries again first, and so does the next start with a torn tail.
        }
    }

    private JournalException Describe(Exception error, long lost) =>
        new($"{_folder.Current} cannot be written: {error.Message} {lost} records not yet on disk are lost. Free disk space and restart.", error);

    /// <summary>The disk or the file system says no; anything else is a defect and goes its way.</summary>
    private static bool IsRefusal(Exception error) => error is IOException or UnauthorizedAccessException;
}
