//+------------------------------------------------------------------+
//| Cids.mqh - which order of the host a record belongs to            |
//+------------------------------------------------------------------+
//--- A comment that is exactly ours says the same as the journal and is cheaper to read; the journal answers for all others.
string CidOfPosition(const PositionRow &position)
{
   string cid=CidInComment(position.comment);
   return(cid!="" ? cid : JournalCidOfPosition(RootOf(position.identifier)));
}

string CidOfOrder(const OrderRow &order)
{
   string cid=CidInComment(order.comment);
   return(cid!="" ? cid : JournalCidOfOrder(order.ticket));
}
