package victims

func (w *work) counts() {}
