//+------------------------------------------------------------------+
//| Transport.mqh - pipe or WebRequest, as the user chose (MT4)       |
//+------------------------------------------------------------------+
bool TransportOpen(string &why)
{
   return(UseWebRequest ? HttpOpen(why) : PipeOpen(why));
}

//--- bytes received, 0 = none, -1 = the link is gone
int TransportRead(uchar &bytes[])
{
   return(UseWebRequest ? HttpRead(bytes) : PipeRead(bytes));
}

//--- bytes taken, 0 = the peer is slow, -1 = the link is gone
int TransportWrite(const uchar &bytes[],const int from,const int count)
{
   return(UseWebRequest ? HttpWrite(bytes,from,count) : PipeWrite(bytes,from,count));
}

//--- a body is not with the host before it is posted
void TransportFinish()
{
   if(UseWebRequest)
      HttpExchange();
}

void TransportClose()
{
   if(UseWebRequest)
      HttpClose();
   else
      PipeClose();
}

string TransportName()
{
   return(UseWebRequest ? HttpUrl() : "pipe "+PipeName);
}
