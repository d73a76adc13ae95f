//+------------------------------------------------------------------+
//| FindClose.mqh - was a ticket closed? Its state is the only        |
//| witness (MT4)                                                     |
//+------------------------------------------------------------------+
bool ClosesByTicket()
{
   return(true);
}

bool FindClose(const JournalEntry &e,Receipt &r)
{
   if(e.ticket<=0 || e.ticket>INT_MAX || !OrderSelect((int)e.ticket,SELECT_BY_TICKET))
   {
      r.outcome="unknown";
      r.code="OUTCOME_UNKNOWN";
      r.text="the ticket is neither open nor in the history the terminal shows";
      return(false);
   }
   if(OrderCloseTime()==0)
      return(NotAsAsked(e,r,"the ticket is still open"));
   string comment=OrderComment();
   bool by_level=StringFind(comment,"[sl]")>=0 || StringFind(comment,"[tp]")>=0;
   if(by_level || !SameVolume(OrderLots(),e.volume))
   {
      ReceiptRejected(r,"INVALID_TICKET",ERR_INVALID_TICKET,"the ticket was closed by something else",false);
      return(true);
   }
   ReceiptDone(r,0);
   r.order=e.ticket;
   r.deal=2*e.ticket+1;
   r.volume=OrderLots();
   r.price=OrderClosePrice();
   long rest=NumberBehind(comment,"to #");
   r.position=rest>0 ? rest : e.ticket;
   return(true);
}
