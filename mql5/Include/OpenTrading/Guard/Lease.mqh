//+------------------------------------------------------------------+
//| Lease.mqh - the right to enter, renewed by each heartbeat         |
//+------------------------------------------------------------------+
long g_lease_at=0;           // when the last heartbeat came; 0 = no host since the start
long g_beat=0;               // number of the last heartbeat of this session
bool g_lease_flattened=false;

void LeaseStart()
{
   g_beat=0;
   LeaseRenew();
}

void LeaseRenew()
{
   g_lease_at=NowMs();
   g_lease_flattened=false;
}

//--- before the first welcome there is no lease: without a host nobody can ask for an entry either
long LeaseAgeMs()
{
   return(g_lease_at==0 ? 0 : NowMs()-g_lease_at);
}

bool LeaseHolds()
{
   return(g_lease_at!=0 && LeaseAgeMs()<=(long)DeadManSeconds*1000);
}

//--- the dead man's switch: latch, delete pendings, in the end close everything
void LeaseWatch()
{
   long age=LeaseAgeMs();
   if(age>(long)LatchSeconds*1000 && g_latch_level==0)
   {
      LatchSet(1,g_latch_seq);
      Print("OpenTrading: no heartbeat for ",LatchSeconds," s; entries are latched");
      if(DeletePendingsOnLatch && MayTouchBroker())
         DeletePendings("");
   }
   if(FlattenAfterSeconds>0 && age>(long)FlattenAfterSeconds*1000 && !g_lease_flattened && MayTouchBroker())
   {
      g_lease_flattened=true;
      Print("OpenTrading: no heartbeat for ",FlattenAfterSeconds," s; closing everything");
      DeletePendings("");
      ClosePositions("");
   }
}

bool MayTouchBroker()
{
   return(AllowTrading && IsRightAccount() && ClosedGate()=="");
}

void OpPing(const long id,const JsonField &fields[])
{
   string fault="";
   long beat=JsonLong(fields,"beat",fault);
   if(fault!="" || beat<1)
   {
      ReplyBadRequest(id,"ping needs beat, counted from 1");
      return;
   }
   if(beat>g_beat)
   {
      g_beat=beat;
      LeaseRenew();
   }
   ReplyOk(id,LongPair("beat",g_beat)+","+LongPair("time",UtcNowMs())+","+AccountPairs()+","+GatesPair()+","+LatchPairs());
}
